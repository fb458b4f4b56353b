/** Planning a meeting: about whom, when, who chairs, and who is invited. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.planning;
