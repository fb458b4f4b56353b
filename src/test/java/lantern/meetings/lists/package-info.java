/** Meetings in lists. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.lists;
