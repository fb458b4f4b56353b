/** The dated log of an episode: steps taken, who was told, meetings, checks and classifications. */
@org.jspecify.annotations.NullMarked
package lantern.missing.log;
