/** Checks of an installation, each a line that says what is well or what to do. */
@org.jspecify.annotations.NullMarked
package lantern.platform.command.doctor;
