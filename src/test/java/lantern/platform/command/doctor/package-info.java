/** What the doctor finds. */
@org.jspecify.annotations.NullMarked
package lantern.platform.command.doctor;
