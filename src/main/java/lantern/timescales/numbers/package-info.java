/** The rule book as pages: every standard with its source and history, and an authority's own numbers. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.numbers;
