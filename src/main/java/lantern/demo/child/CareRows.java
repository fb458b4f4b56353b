package lantern.demo.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.invented.Names;
import lantern.demo.invented.Seeded;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import org.jspecify.annotations.Nullable;

/** The rows that say who works with a child and, for a child in care, on what legal ground and where they were placed. */
public final class CareRows {
    // Codes of the national return on looked after children (SSDA903): how care came about, then how it stands today.
    private static final List<String> AT_FIRST = List.of("V2", "C1", "V2", "L2", "C1", "V2", "L1");
    private static final List<String> TODAY = List.of("C2", "C2", "V2", "C2", "C1", "V2", "E1");
    private static final List<String> FOSTERING = List.of("U6", "U4", "U6", "U3", "U1", "U4");
    private static final List<String> PROVIDERS = List.of("PR1", "PR4", "PR1", "PR5");
    private static final double ONCE_IN_CARE = 0.015;

    private final Rows rows;
    private final Authority authority;
    private final Region region;

    public CareRows(Rows rows, Authority authority, Region region) {
        this.rows = rows;
        this.authority = authority;
        this.region = region;
    }

    public void add(Child child) {
        var chance = Seeded.of(region.seed(), child.number(), 3);
        var worker = child.worker();
        var allocatedAt = child.allocatedAt();
        if (worker != null && allocatedAt != null) {
            if (chance.chance(0.3)) {
                var former = chance.pick(authority.workers());
                allocation(child, chance, former.id(), former.team(), child.recordedAt(), allocatedAt);
            }
            allocation(child, chance, worker.id(), worker.team(), allocatedAt, null);
        }
        if (child.inCareSince() != null) inCare(child, chance, child.inCareSince());
        else if (child.placed()) placed(child, chance, London.date(child.recordedAt()), null, child.placement());
        else if (child.age() > 3 && chance.chance(ONCE_IN_CARE)) onceInCare(child, chance);
    }

    private void allocation(
            Child child,
            Seeded chance,
            java.util.UUID worker,
            java.util.UUID team,
            Instant from,
            @Nullable Instant to) {
        var id = chance.id(from);
        rows.add(
                Table.ALLOCATION,
                authority.id(),
                id,
                child.id(),
                worker,
                team,
                from,
                to,
                authority.person("team-manager"));
        rows.add(
                Table.INVOLVEMENT,
                authority.id(),
                chance.id(from),
                child.id(),
                authority.agency("children"),
                team,
                "allocation",
                id,
                from,
                to);
    }

    private void inCare(Child child, Seeded chance, LocalDate first) {
        var today = London.date(region.now());
        var changed = first.plusDays(chance.between(20, 160));
        if (changed.isBefore(today)) {
            status(child, chance, chance.pick(AT_FIRST), first, changed.minusDays(1));
            status(child, chance, chance.pick(TODAY), changed, null);
        } else {
            status(child, chance, chance.pick(AT_FIRST), first, null);
        }
        var moves = chance.chance(0.12) ? chance.between(3, 5) : chance.below(3);
        var from = first;
        for (var i = 0; i < moves; i++) {
            var to = from.plusDays(chance.between(10, 240));
            if (!to.isBefore(today.minusDays(30))) break;
            placed(child, chance, from, to.minusDays(1), "Foster carers (" + Names.family(chance) + ")");
            from = to;
        }
        placed(child, chance, from, null, child.placement());
        // The reviewing officer's team alone: an involvement of the whole agency would open the child to every social
        // worker.
        var at = London.startOf(first);
        rows.add(
                Table.INVOLVEMENT,
                authority.id(),
                chance.id(at),
                child.id(),
                authority.agency("children"),
                authority.team("Independent reviewing"),
                "review",
                child.id(),
                at,
                null);
    }

    private void onceInCare(Child child, Seeded chance) {
        var first = London.date(child.recordedAt()).plusDays(chance.below(60));
        var last = first.plusDays(chance.between(30, 500));
        if (!last.isBefore(London.date(region.now()))) return;
        status(child, chance, "V2", first, last);
        placed(child, chance, first, last, "Foster carers (" + Names.family(chance) + ")");
    }

    private void status(Child child, Seeded chance, String code, LocalDate from, @Nullable LocalDate to) {
        var at = London.startOf(from);
        rows.add(
                Table.LEGAL_STATUS,
                authority.id(),
                chance.id(at),
                child.id(),
                code,
                from,
                to,
                at,
                authority.person("social-worker"));
    }

    private void placed(Child child, Seeded chance, LocalDate from, @Nullable LocalDate to, @Nullable String name) {
        var at = London.startOf(from);
        var id = chance.id(at);
        var home = to == null ? child.livesAt() : null;
        var outside = to == null ? child.hostAuthority() : null;
        var away = outside == null ? authority.places() : authority.kind().other().places;
        var address = away.address(chance);
        var type = home != null ? home.typeCode() : chance.favourite(FOSTERING);
        var provider = home != null ? home.providerCode() : outside != null ? "PR4" : chance.favourite(PROVIDERS);
        rows.add(
                Table.PLACEMENT,
                authority.id(),
                id,
                child.id(),
                type,
                provider,
                name,
                outside,
                from,
                to,
                at,
                authority.person("social-worker"));
        rows.add(
                Table.PLACEMENT_ADDRESS,
                authority.id(),
                id,
                child.id(),
                home != null ? home.lines() : address.lines(),
                home != null ? home.postcode() : address.postcode());
    }
}
