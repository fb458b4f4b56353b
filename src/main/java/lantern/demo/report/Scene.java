package lantern.demo.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.child.Child;
import lantern.demo.invented.Seeded;
import lantern.demo.rows.Rows;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/** One child's story while it is written: where the rows go and what is true of the child. */
public record Scene(Rows rows, Region region, Authority authority, Child child, Seeded chance, Clocks clocks) {
    public UUID authorityId() {
        return authority.id();
    }

    public Instant now() {
        return region.now();
    }

    public boolean happened(@Nullable Instant at) {
        return at != null && !at.isAfter(region.now());
    }

    public Facts facts() {
        return new Facts(region.now());
    }

    /** What a standard may ask of the child at that time. */
    public Set<String> holding(Instant at, String... more) {
        var holding = new HashSet<>(List.of(more));
        if (child.lookedAfterAt(at)) holding.add(Happening.LOOKED_AFTER);
        if (child.workerAt(at) != null) holding.add(Happening.ALLOCATED_WORKER);
        return holding;
    }

    /** Who stands behind the roles: the worker and their team, and the provider of return interviews. */
    public List<Owner> owners(Instant at, boolean provider) {
        var owners = new ArrayList<Owner>();
        var worker = child.workerAt(at);
        if (worker != null) {
            owners.add(new Owner("social-worker", null, worker.team(), worker.id()));
            owners.add(new Owner("team-manager", null, worker.team(), null));
        }
        if (provider) {
            owners.add(new Owner("interviewer", authority.agency("returns"), null, null));
            owners.add(new Owner("provider-manager", authority.agency("returns"), null, null));
        }
        return owners;
    }

    public void clocks(Subject subject, Facts facts, Instant at) {
        clocks.write(
                subject, child.id(), facts, chance, owners(at, !subject.kind().equals("notification")));
    }

    /** Whoever would have written it down: the child's worker, or the hub. */
    public UUID writer(Instant at) {
        var worker = child.workerAt(at);
        return worker == null ? authority.person("hub-worker") : worker.id();
    }
}
