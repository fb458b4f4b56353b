/** What those to whom something was recommended after a return interview answered. */
@org.jspecify.annotations.NullMarked
package lantern.missing.answer;
