/** Dates as committee papers write them: exact, a month, a season, a window, staged, recurring, conditional, or none. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.dates;
