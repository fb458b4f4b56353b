/** The professional feedback form after a return interview: who was given what, and what became of it. */
@org.jspecify.annotations.NullMarked
package lantern.missing.feedback;
