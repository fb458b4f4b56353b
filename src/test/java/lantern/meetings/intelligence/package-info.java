/** Intelligence from meetings that waits to be confirmed. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.intelligence;
