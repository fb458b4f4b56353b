/** Who is invited to a meeting, what they are sent for their calendars, and what they see because of it. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.invitation;
