package lantern.demo.marker;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.child.Child;
import lantern.demo.child.ChildMaker;
import lantern.demo.invented.Seeded;
import lantern.demo.invented.Silhouette;
import lantern.demo.report.Clocks;
import lantern.demo.report.Facts;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

public final class Markers {
    /** In a larger region only the photographs of those who are missing: nobody looks at the rest there. */
    private static final int ALL_UP_TO = 20_000;

    private static final int PICTURES = 12;
    private static final List<String> FLAGS = List.of(
            "Do not visit alone: a large dog that bites in the yard",
            "Speaks with the family only through an interpreter",
            "Known to travel by train without a ticket; tell the rail police early",
            "Needs medication every morning: ask what was taken along",
            "Court order: no contact with the mother's former partner",
            "Has a social worker in two authorities; copy both");

    private final Rows rows;
    private final Authority authority;
    private final Region region;
    private final List<byte[]> pictures = new ArrayList<>();

    public Markers(Rows rows, Authority authority, Region region) {
        this.rows = rows;
        this.authority = authority;
        this.region = region;
        for (var i = 0; i < PICTURES; i++) pictures.add(Silhouette.png(Seeded.of(region.seed(), i, 91)));
    }

    public void add(Child child) {
        var chance = Seeded.of(region.seed(), child.number(), 11);
        if (child.open() && chance.chance(0.12)) flag(child, chance);
        if (child.missingNow() || child.lookedAfter() && region.children() <= ALL_UP_TO && chance.chance(0.5))
            photograph(child, chance);
    }

    /** Some were looked at again in time, some are late today. */
    private void flag(Child child, Seeded chance) {
        var raised = ChildMaker.between(child.recordedAt(), region.now(), chance.share());
        var owner = by(child);
        var removed = chance.chance(0.2) ? raised.plus(Duration.ofDays(chance.between(20, 80))) : null;
        var gone = removed != null && removed.isBefore(region.now()) ? removed : null;
        var id = chance.id(raised);
        var facts = new Facts(region.now());
        facts.add(Happening.FLAG_IN_USE, raised, owner, Set.of());
        var last = raised;
        while (gone == null && chance.chance(0.9)) {
            var again = last.plus(Duration.ofDays(chance.between(60, 89)));
            if (!again.isBefore(region.now())) break;
            facts.add(Happening.FLAG_REVIEWED, again, owner, Set.of());
            last = again.plus(1, ChronoUnit.MICROS);
            facts.add(Happening.FLAG_IN_USE, last, owner, Set.of());
        }
        if (gone != null) facts.add(Happening.FLAG_REVIEWED, gone, owner, Set.of());
        rows.add(
                Table.FLAG,
                authority.id(),
                id,
                child.id(),
                chance.pick(FLAGS),
                owner,
                London.date(last).plusMonths(3),
                raised,
                owner,
                gone,
                gone == null ? null : owner,
                gone == null ? null : "No longer so; seen at the last visit");
        new Clocks(rows, authority).write(Subject.flag(id), child.id(), facts, chance, owners(child, owner));
    }

    private void photograph(Child child, Seeded chance) {
        var at = ChildMaker.between(child.recordedAt(), region.now().minus(Duration.ofDays(2)), chance.share());
        var by = by(child);
        var file = chance.id(at);
        var bytes = chance.pick(pictures);
        rows.add(Table.FILE, authority.id(), file, child.id(), "invented.png", "png", bytes, sha256(bytes), at, by);
        var day = London.date(at);
        var id = chance.id(at);
        rows.add(
                Table.PHOTOGRAPH,
                authority.id(),
                id,
                child.id(),
                file,
                day,
                "Drawn for the demonstration; no child is shown",
                child.lookedAfter() ? "duty" : "consent-parent",
                day.plusYears(1),
                at,
                by);
        var facts = new Facts(region.now());
        facts.add(Happening.PHOTOGRAPH_IN_USE, at, by, Set.of());
        new Clocks(rows, authority).write(Subject.photograph(id), child.id(), facts, chance, owners(child, by));
    }

    private static List<Owner> owners(Child child, UUID owner) {
        return List.of(
                new Owner("social-worker", null, null, owner), new Owner("team-manager", null, team(child), null));
    }

    private static @Nullable UUID team(Child child) {
        return child.worker() == null ? null : child.worker().team();
    }

    private UUID by(Child child) {
        return child.worker() == null
                ? authority.person("hub-worker")
                : child.worker().id();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
