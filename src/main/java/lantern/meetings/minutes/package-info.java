/** What is written of a meeting while it goes on: part by part, by everybody who writes at it, with nothing lost. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.minutes;
