/** Actions: added at a meeting or to a plan, changed with a reason, done or given up, and everybody's own list. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.action;
