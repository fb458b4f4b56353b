package lantern.timescales.force;

import java.time.LocalDate;
import java.util.UUID;
import lantern.timescales.standard.Standard;

/**
 * One standard as it was written at one time: shipped, or an authority's own number from a date. A timescale names the
 * version that it started from.
 */
public record Version(UUID id, String edition, Standard standard, boolean own, LocalDate from, boolean inUse) {}
