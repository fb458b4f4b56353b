package lantern.timescales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.timescales.clock.Fact;
import lantern.timescales.clock.Reckoning;
import lantern.timescales.edition.Edition;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;
import lantern.timescales.standard.Calendars;
import lantern.timescales.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * One clock that the shipped standards make of everything that happened to a subject: for a past that is written down at once
 * (the demo's invented history), by the rules that reckon each fact recorded today. Pure; knows no authority's own numbers.
 *
 * @param startedBy the fact that started it
 * @param version of the standard, as {@code timescales.standard_version} has it
 * @param nextSend when the first reminder of an open one is due
 */
public record Reckoned(
        UUID startedBy,
        String standard,
        UUID version,
        String ownerRole,
        Instant startsAt,
        @Nullable Instant due,
        @Nullable Instant dueSoonAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBecause,
        @Nullable Instant nextSend) {
    private static final Calendars ENGLAND = Calendars.england();

    /** Something that happened to the subject, with what held then. */
    public record Past(UUID id, String event, Instant at, Set<String> holding) {}

    private record Started(Standard standard, Reckoning reckoning, Reckoned reckoned) {}

    /** @param past in the order in which it became known */
    public static List<Reckoned> of(List<Past> past) {
        var facts = past.stream()
                .map(each -> new Fact(each.id, each.event, each.at, each.holding))
                .toList();
        var started = new ArrayList<Started>();
        for (var fact : facts) {
            var edition = Shipped.inForce(London.date(fact.at()));
            for (var standard : edition.standards()) {
                if (!standard.startsWith(fact.event(), fact.holding()) || runs(standard, fact, started)) continue;
                var reckoning = Reckoning.of(standard, fact.at(), facts, ENGLAND);
                started.add(new Started(standard, reckoning, of(fact, edition, standard, reckoning)));
            }
        }
        return started.stream().map(Started::reckoned).toList();
    }

    private static boolean runs(Standard standard, Fact fact, List<Started> started) {
        return started.stream()
                .anyMatch(other -> other.standard.id().equals(standard.id()) && other.reckoning.runsAt(fact.at()));
    }

    private static Reckoned of(Fact fact, Edition edition, Standard standard, Reckoning clock) {
        var because = clock.cancelledBy();
        return new Reckoned(
                fact.id(),
                standard.id(),
                StandardsLoader.id(edition.id(), standard),
                standard.owner(),
                clock.startsAt(),
                clock.due(),
                clock.dueSoonAt(),
                clock.metAt(),
                clock.cancelledAt(),
                because == null ? null : Happening.EVENTS.getOrDefault(because, because),
                clock.open() ? firstSend(standard, clock) : null);
    }

    private static @Nullable Instant firstSend(Standard standard, Reckoning clock) {
        var due = clock.due();
        if (due == null) return null;
        var soon = Objects.requireNonNull(clock.dueSoonAt());
        return standard.steps().stream()
                .map(step -> step.at(clock.startsAt(), due, soon))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Read once, and only by whoever writes a past. */
    private static final class Shipped {
        private static final List<Edition> EDITIONS = EditionReader.shipped();

        private static Edition inForce(LocalDate day) {
            return EDITIONS.stream()
                    .filter(edition -> !edition.from().isAfter(day))
                    .max(Comparator.comparing(Edition::from))
                    .orElse(EDITIONS.getFirst());
        }
    }
}
