/** Letters about an episode, kept as they were made: to the Executive Director and to other authorities. */
@org.jspecify.annotations.NullMarked
package lantern.missing.letter;
