/** Meetings about an episode: how the room of meetings is led to, what the episode shows of them, and that holding one is a step of the episode. */
@org.jspecify.annotations.NullMarked
package lantern.missing.meeting;
