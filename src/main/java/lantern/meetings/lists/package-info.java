/** Meetings in lists: what waits for whoever leads them, what is to come, what is over; and on a child's page. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.lists;
