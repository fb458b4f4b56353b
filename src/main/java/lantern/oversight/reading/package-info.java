/** Recommendations and progress read from a file that somebody has already, taken row by row by a person; the file is kept as it came. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.reading;
