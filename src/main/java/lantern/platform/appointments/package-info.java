/** Calendar files (RFC 5545) for appointments and meetings. */
@org.jspecify.annotations.NullMarked
package lantern.platform.appointments;
