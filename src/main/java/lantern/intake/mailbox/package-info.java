/** Notifications by e-mail: one documented template of labelled lines, more labels for each sender, and a mailbox that is read as mail comes. */
@org.jspecify.annotations.NullMarked
package lantern.intake.mailbox;
