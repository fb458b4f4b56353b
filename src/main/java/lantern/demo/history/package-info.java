/** Two years of invented absences: who was told, when the child was found, what became of the interview, and the clocks of it all. */
@org.jspecify.annotations.NullMarked
package lantern.demo.history;
