/** A meeting's page and what is done on it: another time, cancelled, held, who came. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.leading;
