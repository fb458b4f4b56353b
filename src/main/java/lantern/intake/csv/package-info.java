/** Notifications from a file: one row each, all of them or none, every error with its row and column. */
@org.jspecify.annotations.NullMarked
package lantern.intake.csv;
