package lantern.timescales;

import java.time.Instant;

/** One thing that happened: the event (a constant of {@link Happening}) and when it happened, not when it was typed. */
public record Happened(String event, Instant at) {}
