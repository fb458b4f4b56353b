/** Meetings of several agencies, their minutes and their actions. */
@org.jspecify.annotations.NullMarked
package lantern.meetings;
