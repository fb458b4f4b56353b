/** Two years of invented absences: who was told, when the child was found, and what became of the interview. */
@org.jspecify.annotations.NullMarked
package lantern.demo.history;
