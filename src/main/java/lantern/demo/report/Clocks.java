package lantern.demo.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import lantern.demo.authority.Authority;
import lantern.demo.invented.Seeded;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import lantern.timescales.Owner;
import lantern.timescales.Reckoned;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/** The timescales of the history, reckoned by the very rules that reckon them when a fact is recorded today. */
public final class Clocks {
    private final Rows rows;
    private final Authority authority;

    public Clocks(Rows rows, Authority authority) {
        this.rows = rows;
        this.authority = authority;
    }

    public void write(Subject subject, @Nullable UUID child, Facts facts, Seeded chance, List<Owner> owners) {
        var past = new ArrayList<Reckoned.Past>();
        var recordedAt = new HashMap<UUID, Instant>();
        for (var each : facts.known()) {
            var id = chance.id(each.recordedAt());
            past.add(new Reckoned.Past(id, each.event(), each.at(), each.holding()));
            recordedAt.put(id, each.recordedAt());
            rows.add(
                    Table.HAPPENING,
                    authority.id(),
                    id,
                    subject.kind(),
                    subject.id(),
                    child,
                    each.event(),
                    each.at(),
                    new TreeSet<>(each.holding()),
                    each.recordedAt(),
                    each.by());
        }
        for (var clock : Reckoned.of(past))
            row(
                    subject,
                    child,
                    clock,
                    java.util.Objects.requireNonNull(recordedAt.get(clock.startedBy())),
                    chance,
                    owners);
    }

    private void row(
            Subject subject,
            @Nullable UUID child,
            Reckoned clock,
            Instant recordedAt,
            Seeded chance,
            List<Owner> owners) {
        var owner = owner(owners, clock.ownerRole());
        var worker = owner(owners, "social-worker");
        rows.add(
                Table.TIMESCALE,
                authority.id(),
                chance.id(recordedAt),
                clock.standard(),
                clock.version(),
                subject.kind(),
                subject.id(),
                child,
                clock.ownerRole(),
                owner == null ? null : owner.agency(),
                owner == null ? null : owner.team(),
                owner == null ? null : owner.person(),
                worker == null ? null : worker.team(),
                clock.startedBy(),
                clock.startsAt(),
                clock.due(),
                clock.dueSoonAt(),
                clock.metAt(),
                clock.cancelledAt(),
                clock.cancelledBecause(),
                clock.nextSend(),
                recordedAt);
    }

    private static @Nullable Owner owner(List<Owner> owners, String role) {
        return owners.stream()
                .filter(each -> each.role().equals(role))
                .findFirst()
                .orElse(null);
    }
}
