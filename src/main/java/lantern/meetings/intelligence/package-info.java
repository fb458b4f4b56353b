/** What was said at a meeting that police may act on: noted, and confirmed or set aside by a person before it goes on. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.intelligence;
