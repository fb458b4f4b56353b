package lantern.demo.child;

import java.util.List;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.invented.Names;
import lantern.demo.invented.Numbers;
import lantern.demo.invented.Seeded;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import org.jspecify.annotations.Nullable;

/** The rows that say who a child is and where they live. */
public final class ChildRows {
    private static final int FIRST_REFERENCE = 1_000_001;
    private static final List<String> ETHNICITIES = List.of(
            "WBRI", "WBRI", "WBRI", "WOTH", "APKN", "MWBC", "BAFR", "MOTH", "AIND", "ABAN", "BCRB", "NOBT", "MWAS",
            "AOTH", "WIRI", "BOTH", "CHNE", "OOTH", "MWBA", "WROM", "WIRT", "REFU");
    private static final List<String> DESCRIPTIONS = List.of(
            "Tall and slim, short dark hair, usually in a grey hooded top",
            "Curly red hair, glasses, a green rucksack with badges",
            "Shaved sides, a small scar over the left eyebrow",
            "Long fair hair worn in plaits, silver trainers",
            "Broad shoulders, walks with a slight limp, black puffer jacket");

    private final Rows rows;
    private final Authority authority;
    private final Region region;

    public ChildRows(Rows rows, Authority authority, Region region) {
        this.rows = rows;
        this.authority = authority;
        this.region = region;
    }

    public void add(Child child) {
        var chance = Seeded.of(region.seed(), child.number(), 2);
        var at = child.recordedAt();
        var by = authority.person("hub-worker");
        var approximate = child.age() < 17 && chance.chance(0.01);
        rows.add(
                Table.CHILD,
                authority.id(),
                child.id(),
                reference(child),
                child.family(),
                child.givenNames(),
                child.knownAs(),
                child.born(),
                approximate ? "approximate" : "exact",
                child.sex(),
                chance.favourite(ETHNICITIES),
                chance.chance(0.03) ? chance.pick(DESCRIPTIONS) : null,
                child.open() ? "open" : "closed",
                child.responsibleAuthority(),
                at,
                by);
        name(child, chance, "current", child.family(), child.givenNames());
        if (child.knownAs() != null) name(child, chance, "alias", child.family(), child.knownAs());
        if (chance.chance(0.05)) name(child, chance, "previous", Names.family(chance), child.givenNames());
        identifiers(child, chance);
        addresses(child, chance);
        if (child.phone() != null)
            rows.add(Table.PHONE, authority.id(), chance.id(at), child.id(), child.phone(), at, by);
    }

    public static String reference(Child child) {
        return "C-" + (FIRST_REFERENCE + child.number());
    }

    public static String upn(Child child, Authority authority) {
        return Numbers.upn(authority.kind().pupilCode, child.born().getYear() + 4, child.number());
    }

    private void name(Child child, Seeded chance, String kind, String family, String given) {
        rows.add(
                Table.NAME,
                authority.id(),
                chance.id(child.recordedAt()),
                child.id(),
                kind,
                family,
                given,
                child.recordedAt(),
                authority.person("hub-worker"));
    }

    private void identifiers(Child child, Seeded chance) {
        var nhs = Numbers.nhsNumber(child.number());
        if (nhs.isPresent() && chance.chance(0.85)) identifier(child, chance, "nhs-number", nhs.get());
        if (child.age() > 4 && chance.chance(0.9)) identifier(child, chance, "upn", upn(child, authority));
        if (child.missingNow() || child.age() > 10 && chance.chance(0.04))
            identifier(child, chance, "police-nominal", nominal(child, authority));
        if (child.lookedAfter())
            identifier(
                    child,
                    chance,
                    "looked-after-id",
                    authority.kind().initials + "LA" + Numbers.padded(child.number(), 7));
    }

    public static String nominal(Child child, Authority authority) {
        return authority.kind().initials + "/" + Numbers.padded(100_000L + child.number(), 6);
    }

    private void identifier(Child child, Seeded chance, String kind, String value) {
        rows.add(
                Table.IDENTIFIER,
                authority.id(),
                chance.id(child.recordedAt()),
                child.id(),
                kind,
                value,
                true,
                child.recordedAt(),
                authority.person("hub-worker"));
    }

    private void addresses(Child child, Seeded chance) {
        if (chance.chance(0.03)) return;
        var recorded = London.date(child.recordedAt());
        if (chance.chance(0.2)) {
            var before = authority.places().address(chance);
            address(child, chance, "previous", before.lines(), before.postcode(), recorded);
        }
        address(child, chance, "home", child.address().lines(), child.address().postcode(), null);
    }

    private void address(
            Child child,
            Seeded chance,
            String kind,
            String lines,
            String postcode,
            java.time.@Nullable LocalDate until) {
        rows.add(
                Table.ADDRESS,
                authority.id(),
                chance.id(child.recordedAt()),
                child.id(),
                kind,
                lines,
                postcode,
                null,
                until,
                child.recordedAt(),
                authority.person("hub-worker"));
    }
}
