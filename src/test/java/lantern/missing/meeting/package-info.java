/** Tests of what is recorded and listed of absences: meeting. */
@org.jspecify.annotations.NullMarked
package lantern.missing.meeting;
