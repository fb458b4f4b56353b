/** One meeting: planned, moved, cancelled or held; its page, its place in the lists, and what a child's page shows of it. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.meeting;
