/** Calendar files. */
@org.jspecify.annotations.NullMarked
package lantern.platform.appointments;
