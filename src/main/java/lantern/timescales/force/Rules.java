package lantern.timescales.force;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lantern.timescales.standard.Calendars;

/**
 * The standards of one authority over time. What is in force changes only on the days in {@code periods}; an authority's own
 * number belongs to the edition it was set in, so a new edition asks for it again.
 */
public final class Rules {
    private final Map<UUID, Version> versions = new ConcurrentHashMap<>();
    private final NavigableMap<LocalDate, List<Version>> periods = new TreeMap<>();
    private final NavigableMap<LocalDate, Map<String, List<Version>>> starting = new TreeMap<>();
    private final Set<String> concerning = new HashSet<>();
    private final NavigableMap<LocalDate, String> editions;
    private final Calendars calendars;
    private final Function<UUID, Optional<Version>> unknown;

    Rules(
            Collection<Version> all,
            NavigableMap<LocalDate, String> editions,
            Calendars calendars,
            Function<UUID, Optional<Version>> unknown) {
        this.unknown = unknown;
        this.editions = editions;
        this.calendars = calendars;
        var days = new TreeSet<>(editions.keySet());
        for (var version : all) {
            versions.put(version.id(), version);
            if (version.own()) days.add(version.from());
            concerning.addAll(version.standard().starts());
            concerning.addAll(version.standard().metBy());
            version.standard().cancelledBy().forEach(cancel -> concerning.add(cancel.event()));
        }
        for (var day : days) {
            var inForce = computeInForce(day);
            periods.put(day, inForce);
            var byEvent = new HashMap<String, List<Version>>();
            for (var version : inForce)
                for (var event : version.standard().starts())
                    byEvent.computeIfAbsent(event, e -> new ArrayList<>()).add(version);
            starting.put(day, byEvent);
        }
    }

    private List<Version> computeInForce(LocalDate day) {
        var edition = editions.floorEntry(day);
        if (edition == null) return List.of();
        var latest = Comparator.comparing(Version::own)
                .thenComparing(version -> version.own() ? version.from() : LocalDate.EPOCH)
                .thenComparing(version -> version.standard().version());
        var inForce = new TreeMap<String, Version>();
        for (var version : versions.values()) {
            if (!version.inUse() || !version.edition().equals(edition.getValue())) continue;
            if (version.own() && version.from().isAfter(day)) continue;
            inForce.merge(version.standard().id(), version, (a, b) -> latest.compare(a, b) < 0 ? b : a);
        }
        return List.copyOf(inForce.values());
    }

    public List<Version> inForce(LocalDate day) {
        var period = periods.floorEntry(day);
        return period == null ? List.of() : period.getValue();
    }

    public Optional<Version> inForce(String standard, LocalDate day) {
        return inForce(day).stream()
                .filter(version -> version.standard().id().equals(standard))
                .findFirst();
    }

    public List<Version> startedBy(String event, LocalDate day) {
        var period = starting.floorEntry(day);
        return period == null ? List.of() : period.getValue().getOrDefault(event, List.of());
    }

    /** Some standard, of whatever date, starts, is met or is cancelled by the event. */
    public boolean concerns(String event) {
        return concerning.contains(event);
    }

    /** The version that a timescale names, also one that another instance wrote a moment ago. */
    public Version version(UUID id) {
        var known = versions.get(id);
        if (known != null) return known;
        var read = unknown.apply(id)
                .orElseThrow(() -> new IllegalStateException("A timescale names a version that is not there"));
        versions.put(id, read);
        return read;
    }

    /** Every version of one standard, oldest first: its history. */
    public List<Version> history(String standard) {
        return versions.values().stream()
                .filter(version -> version.standard().id().equals(standard))
                .sorted(Comparator.comparing(Version::from)
                        .thenComparing(version -> version.standard().version()))
                .toList();
    }

    /** The edition in force on the day, or null before the first. */
    public Optional<String> edition(LocalDate day) {
        return Optional.ofNullable(editions.floorEntry(day)).map(Map.Entry::getValue);
    }

    public Calendars calendars() {
        return calendars;
    }
}
