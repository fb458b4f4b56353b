/** Actions in lists, and that their owners are told. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.action;
