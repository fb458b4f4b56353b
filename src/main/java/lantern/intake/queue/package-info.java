/** The hub's notifications one after the other, each decided on one page with the keyboard. */
@org.jspecify.annotations.NullMarked
package lantern.intake.queue;
