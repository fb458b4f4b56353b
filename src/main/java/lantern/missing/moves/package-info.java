/** The moves of an episode as forms: found, returned, closed, a time corrected. */
@org.jspecify.annotations.NullMarked
package lantern.missing.moves;
