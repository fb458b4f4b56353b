/** Meetings and their actions for partners' systems. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.api;
