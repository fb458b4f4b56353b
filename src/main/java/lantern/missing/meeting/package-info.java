/** Strategy meetings and multi-agency discussions about an episode: called, held, what was decided. */
@org.jspecify.annotations.NullMarked
package lantern.missing.meeting;
