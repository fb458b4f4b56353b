/** Minutes as each agency gets them. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.issue;
