/** Tests of the calendar. */
@org.jspecify.annotations.NullMarked
package lantern.calendar;
