/** The form on which a return interview is written, together, without losing a word. */
@org.jspecify.annotations.NullMarked
package lantern.missing.sheet;
