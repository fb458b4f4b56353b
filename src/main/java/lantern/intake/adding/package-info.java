/** A child whom nobody knew: added to the register from what the notification said. */
@org.jspecify.annotations.NullMarked
package lantern.intake.adding;
