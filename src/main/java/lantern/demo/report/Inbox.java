package lantern.demo.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.child.Child;
import lantern.demo.child.ChildMaker;
import lantern.demo.invented.Names;
import lantern.demo.invented.Seeded;
import lantern.demo.invented.Words;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import lantern.intake.Said;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the hub when the demo begins: reports whose child a person has to recognise, each for another reason, a found
 * report that came before its missing report, one that is parked, and one message that could not be read.
 */
public final class Inbox {
    private static final int SEARCHED = 3_000;

    private final Rows rows;
    private final Region region;
    private final Authority authority;
    private final ChildMaker children;
    private final Seeded chance;
    private int next;
    private int searched;

    public Inbox(Rows rows, Authority authority, Region region) {
        this.rows = rows;
        this.region = region;
        this.authority = authority;
        this.children = new ChildMaker(region, authority);
        this.chance = Seeded.of(region.seed(), authority.kind().ordinal(), -4);
    }

    public void add() {
        var nicknamed = closed(child -> child.knownAs() == null && child.given().length() > 5);
        if (nicknamed != null)
            missing(
                    said(nicknamed.family(), Names.shortened(nicknamed.given()), nicknamed.born(), nicknamed),
                    35,
                    null);
        var swapped = closed(child -> child.born().getDayOfMonth() <= 12
                && child.born().getDayOfMonth() != child.born().getMonthValue());
        if (swapped != null)
            missing(said(swapped.family(), swapped.given(), dayAndMonthSwapped(swapped.born()), swapped), 80, null);
        var misspelt = closed(child -> child.family().length() > 8);
        if (misspelt != null) missing(said(misheard(misspelt.family()), misspelt.given(), null, misspelt), 150, null);
        var joined = closed(child -> child.family().contains("-"));
        if (joined != null)
            missing(
                    said(joined.family().split("-", 2)[0], joined.given(), joined.born(), joined),
                    260,
                    "Waiting for the school to ring back");
        missing(
                said(
                        "Nowherewick",
                        "Anybody",
                        LocalDate.of(
                                region.now().atZone(java.time.ZoneOffset.UTC).getYear() - 14, 2, 11),
                        null),
                15,
                null);
        foundFirst();
        concern();
        unreadable();
    }

    private @Nullable Child closed(Predicate<Child> which) {
        for (; searched < Math.min(SEARCHED, authority.children()); searched++) {
            var child = children.child(searched);
            var known = !child.missingNow() && !child.open() && child.age() > 10 && child.age() < 17;
            if (known && which.test(child)) {
                searched++;
                return child;
            }
        }
        return null;
    }

    private static LocalDate dayAndMonthSwapped(LocalDate born) {
        return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }

    private static String misheard(String family) {
        var middle = family.length() / 2;
        return family.substring(0, middle) + family.substring(middle + 1);
    }

    private Said said(String family, String given, @Nullable LocalDate born, @Nullable Child child) {
        var address = child == null ? authority.places().address(chance) : child.address();
        return new Said(
                new Said.Reporter(Names.staff(chance), "parent", null, null),
                new Said.Child(
                        family,
                        given,
                        null,
                        born,
                        null,
                        child == null ? null : child.sex(),
                        null,
                        Map.of(),
                        List.of(new Said.Address(address.lines(), address.postcode(), "home")),
                        List.of(),
                        "Grey hooded top, black trainers",
                        null),
                null,
                null);
    }

    private void missing(Said who, int minutesAgo, @Nullable String parkedBecause) {
        var seen = region.now().minus(Duration.ofMinutes(minutesAgo + 200L));
        var said = new Said(
                who.reporter(),
                who.child(),
                new Said.Missing(
                        seen,
                        chance.pick(authority.places().hideouts()),
                        "a parent",
                        "home",
                        null,
                        chance.pick(Words.CIRCUMSTANCES),
                        null,
                        "medium",
                        true,
                        List.of(),
                        reference()),
                null);
        var message = arrived("missing", seen, region.now().minus(Duration.ofMinutes(minutesAgo)), said);
        message.row(rows, authority, parkedBecause == null ? "received" : "parked", null, parkedBecause);
        var facts = new Facts(region.now());
        facts.add(
                Happening.NOTIFICATION_RECEIVED,
                message.receivedAt(),
                authority.system(),
                Set.of(Happening.NEEDS_TRIAGE));
        new Clocks(rows, authority).write(Subject.notification(message.id()), null, facts, chance, List.of());
    }

    private void foundFirst() {
        var at = region.now().minus(Duration.ofMinutes(50));
        var who = said(
                "Earlybird",
                "Wren",
                LocalDate.of(region.now().atZone(java.time.ZoneOffset.UTC).getYear() - 15, 5, 4),
                null);
        var said = new Said(
                null,
                who.child(),
                new Said.Missing(null, null, null, null, null, null, null, null, null, List.of(), reference()),
                new Said.Found(
                        at,
                        chance.pick(authority.places().hideouts()),
                        "police",
                        "home",
                        "none-known",
                        "Seen by police, well."));
        var message = arrived("found", at, region.now().minus(Duration.ofMinutes(30)), said);
        message.row(rows, authority, "received", null, null);
        var facts = new Facts(region.now());
        facts.add(Happening.NOTIFICATION_RECEIVED, message.receivedAt(), authority.system(), Set.of());
        new Clocks(rows, authority).write(Subject.notification(message.id()), null, facts, chance, List.of());
    }

    /** A school is worried about a child and gives no date of birth; it waits for an answer. */
    private void concern() {
        var child = closed(each -> each.age() > 12);
        if (child == null) return;
        var at = region.now().minus(Duration.ofMinutes(200));
        var said = said(child.family(), child.given(), null, child);
        var message = new Message(
                chance.id(at),
                authority.agency("education"),
                "web-form",
                "school-form",
                authority.kind().initials + "-form-1",
                "concern",
                at,
                at,
                at.plusSeconds(30),
                authority.person("hub-worker"),
                true,
                new Said(
                        new Said.Reporter(Names.staff(chance), "school safeguarding lead", null, null),
                        said.child(),
                        null,
                        null));
        message.row(rows, authority, "received", null, null);
        var facts = new Facts(region.now());
        facts.add(
                Happening.NOTIFICATION_RECEIVED,
                message.receivedAt(),
                authority.system(),
                Set.of(Happening.NEEDS_TRIAGE));
        new Clocks(rows, authority).write(Subject.notification(message.id()), null, facts, chance, List.of());
    }

    private Message arrived(String kind, Instant occurred, Instant reported, Said said) {
        next++;
        return new Message(
                chance.id(reported),
                authority.agency("police"),
                "api",
                authority.code() + "-police",
                authority.kind().initials + "-today-" + next,
                kind,
                occurred,
                reported,
                reported.plusSeconds(40),
                authority.policeSystem(),
                false,
                said);
    }

    private String reference() {
        return authority.kind().initials + "P-today-" + (next + 1);
    }

    private void unreadable() {
        var at = region.now().minus(Duration.ofMinutes(95));
        var raw = """
                {"source": "%s-police", "sourceReference": "%s-today-0", "kind": "mising", "reportedAt": "yesterday evening",
                 "child": {"givenNames": "Tansy"}}""".formatted(authority.code(), authority.kind().initials);
        var problems = """
                [{"field": "kind", "message": "Send one of: missing, absent, found, update, concern"},
                 {"field": "reportedAt", "message": "Send a time with its offset, such as 2026-03-14T18:05:00Z"},
                 {"field": "child.familyName", "message": "Send this field: it cannot be left out"}]""";
        rows.add(
                Table.QUARANTINE,
                authority.id(),
                chance.id(at),
                authority.agency("police"),
                "api",
                at,
                authority.policeSystem(),
                raw.getBytes(StandardCharsets.UTF_8),
                problems);
    }
}
