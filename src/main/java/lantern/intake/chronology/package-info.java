/** What notifications add to a child's page: the lines of its chronology and what has not been read yet. */
@org.jspecify.annotations.NullMarked
package lantern.intake.chronology;
