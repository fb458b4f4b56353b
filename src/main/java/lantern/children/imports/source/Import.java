package lantern.children.imports.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One import that is going on: who does it and when. */
public record Import(UUID id, UUID by, Instant at, LocalDate today) {}
