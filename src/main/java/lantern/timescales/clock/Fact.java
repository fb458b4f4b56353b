package lantern.timescales.clock;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Something that happened to a subject, with the facts that held then. */
public record Fact(UUID id, String event, Instant at, Set<String> holding) {}
