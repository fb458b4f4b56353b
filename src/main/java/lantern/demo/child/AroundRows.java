package lantern.demo.child;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.invented.Looks;
import lantern.demo.invented.Names;
import lantern.demo.invented.Numbers;
import lantern.demo.invented.Seeded;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import org.jspecify.annotations.Nullable;

/** The rows that say what is known around a child: family, school, accounts, health, what they look like. */
public final class AroundRows {
    /** In a larger region only those in care and those who are missing have all of it: nobody reads the rest there. */
    private static final int ALL_UP_TO = 20_000;

    private final Rows rows;
    private final Authority authority;
    private final Region region;

    public AroundRows(Rows rows, Authority authority, Region region) {
        this.rows = rows;
        this.authority = authority;
        this.region = region;
    }

    public void add(Child child) {
        if (!child.missingNow() && !child.lookedAfter() && region.children() > ALL_UP_TO) return;
        var chance = Seeded.of(region.seed(), child.number(), 9);
        var known = child.missingNow() || child.lookedAfter();
        if (child.age() > 4) school(child, chance);
        family(child, chance);
        if (child.age() > 10 && chance.chance(known ? 0.8 : 0.1)) account(child, chance);
        if (chance.chance(known ? 0.25 : 0.03)) health(child, chance);
        if (child.missingNow() || child.lookedAfter() && chance.chance(0.8)) penPicture(child, chance);
        if (child.lookedAfter()) officer(child, chance);
        if (known && chance.chance(0.04)) safeAddress(child, chance);
    }

    private void school(Child child, Seeded chance) {
        var today = London.date(region.now());
        var primary = child.born().plusYears(5).withMonth(9).withDayOfMonth(1);
        var secondary = child.born().plusYears(11).withMonth(9).withDayOfMonth(1);
        var older = secondary.isBefore(today);
        schooling(
                child,
                chance,
                chance.pick(Looks.SCHOOLS.subList(0, 3)),
                primary,
                older ? secondary.minusDays(40) : null);
        if (!older) return;
        var left = child.born().plusYears(16).withMonth(7).withDayOfMonth(20);
        schooling(
                child, chance, chance.pick(Looks.SCHOOLS.subList(3, 6)), secondary, left.isBefore(today) ? left : null);
    }

    private void schooling(Child child, Seeded chance, String name, LocalDate from, @Nullable LocalDate until) {
        rows.add(
                Table.SCHOOLING,
                authority.id(),
                chance.id(child.recordedAt()),
                child.id(),
                null,
                name,
                from,
                until,
                child.recordedAt(),
                authority.person("hub-worker"));
    }

    private void family(Child child, Seeded chance) {
        var phone = chance.chance(0.5) ? Numbers.mobile(chance) : null;
        relation(
                child,
                chance,
                "mother",
                Names.given(chance) + " " + child.family(),
                "yes",
                "not-restricted",
                null,
                phone);
        if (chance.chance(0.6)) {
            var kept = child.lookedAfter() && chance.chance(0.15);
            relation(
                    child,
                    chance,
                    "father",
                    Names.given(chance) + " " + (chance.chance(0.5) ? child.family() : Names.family(chance)),
                    chance.chance(0.7) ? "yes" : "not-known",
                    kept ? "supervised" : "not-restricted",
                    kept ? "Contact order of the family court: at the contact centre only" : null,
                    null);
        }
        if (chance.chance(0.15))
            relation(
                    child,
                    chance,
                    "grandparent",
                    Names.given(chance) + " " + Names.family(chance),
                    "no",
                    "not-restricted",
                    null,
                    Numbers.landline(chance));
    }

    private void relation(
            Child child,
            Seeded chance,
            String relationship,
            String name,
            String responsibility,
            String contact,
            @Nullable String note,
            @Nullable String phone) {
        rows.add(
                Table.RELATION,
                authority.id(),
                chance.id(child.recordedAt()),
                child.id(),
                relationship,
                name,
                responsibility,
                contact,
                note,
                phone,
                child.recordedAt(),
                authority.person("hub-worker"));
    }

    private void account(Child child, Seeded chance) {
        var at = later(child, chance);
        rows.add(
                Table.SOCIAL_ACCOUNT,
                authority.id(),
                chance.id(at),
                child.id(),
                chance.favourite(Looks.PLATFORMS),
                child.given().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "_"
                        + chance.between(10, 999),
                at,
                by(child));
    }

    private void health(Child child, Seeded chance) {
        var at = later(child, chance);
        if (chance.chance(0.6)) {
            var need = chance.pick(Looks.NEEDS);
            rows.add(
                    Table.MEDICAL_NEED,
                    authority.id(),
                    chance.id(at),
                    child.id(),
                    need[0],
                    need[1],
                    need[2],
                    at,
                    by(child));
        }
        if (chance.chance(0.5))
            rows.add(
                    Table.DISABILITY,
                    authority.id(),
                    chance.id(at),
                    child.id(),
                    chance.favourite(Looks.DISABILITIES),
                    null,
                    at,
                    by(child));
    }

    private void penPicture(Child child, Seeded chance) {
        var at = ChildMaker.between(
                child.recordedAt(), region.now().minus(Duration.ofDays(3)), 0.5 + chance.share() / 2);
        rows.add(
                Table.PEN_PICTURE,
                authority.id(),
                chance.id(at),
                child.id(),
                child.sex().equals("female") ? "A girl who looks her age" : "Looks a little older than the age",
                chance.pick(Looks.BUILDS),
                chance.pick(Looks.HAIR),
                chance.pick(Looks.MARKS),
                chance.pick(Looks.CLOTHING),
                chance.pick(Looks.PLACES),
                chance.pick(Looks.PEOPLE),
                chance.pick(Looks.VULNERABILITIES),
                "Bus pass; hides on trains",
                at,
                by(child));
    }

    private void officer(Child child, Seeded chance) {
        var since = child.inCareSince();
        if (since == null) return;
        var at = London.startOf(since);
        rows.add(
                Table.REVIEWING_OFFICER,
                authority.id(),
                chance.id(at),
                child.id(),
                authority.person("reviewing-officer"),
                at,
                null,
                authority.person("team-manager"));
    }

    private void safeAddress(Child child, Seeded chance) {
        var at = later(child, chance);
        var address = authority.places().address(chance);
        rows.add(
                Table.SAFE_ADDRESS,
                authority.id(),
                chance.id(at),
                child.id(),
                address.lines(),
                address.postcode(),
                "The allocated worker and the team manager",
                at,
                by(child));
    }

    private Instant later(Child child, Seeded chance) {
        return ChildMaker.between(child.recordedAt(), region.now().minus(Duration.ofDays(2)), chance.share());
    }

    private UUID by(Child child) {
        return child.worker() == null
                ? authority.person("hub-worker")
                : child.worker().id();
    }
}
