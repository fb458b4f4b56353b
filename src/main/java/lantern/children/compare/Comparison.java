package lantern.children.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.merge.Chosen.Fact;
import lantern.children.record.ChildRecord;
import org.jspecify.annotations.Nullable;

/** Two records side by side, fact by fact. */
public record Comparison(List<Row> rows) {
    /**
     * @param fact of which only one can stand; null: both are kept
     * @param differs both say something, and not the same
     */
    public record Row(@Nullable Fact fact, String title, String standing, String merged, boolean differs) {
        public boolean toDecide() {
            return fact != null && differs;
        }

        public String verdict() {
            if (standing.isEmpty() || merged.isEmpty()) return "Only one says";
            return differs ? "Differs" : "Same";
        }
    }

    static Comparison of(ChildRecord a, ChildRecord b, LocalDate today) {
        var rows = new ArrayList<Row>();
        rows.add(one(Fact.NAME, a.name(), b.name()));
        rows.add(one(Fact.KNOWN_AS, a.knownAs(), b.knownAs()));
        rows.add(one(Fact.BORN, born(a), born(b)));
        rows.add(one(Fact.SEX, known(a.sex()), known(b.sex())));
        rows.add(one(Fact.ETHNICITY, a.ethnicity(), b.ethnicity()));
        rows.add(one(Fact.DESCRIPTION, a.description(), b.description()));
        rows.add(one(Fact.RESPONSIBLE, a.responsibleAuthority(), b.responsibleAuthority()));
        rows.add(one(Fact.WORKER, worker(a), worker(b)));
        rows.add(one(Fact.LEGAL_STATUS, status(a), status(b)));
        rows.add(one(Fact.PLACEMENT, placement(a), placement(b)));
        rows.add(both(
                "Other names",
                list(a.names().stream()
                        .filter(name -> !name.kind().equals("current"))
                        .map(Comparison::name)),
                list(b.names().stream()
                        .filter(name -> !name.kind().equals("current"))
                        .map(Comparison::name))));
        rows.add(both(
                "Identifiers",
                list(a.identifiers().stream().map(Comparison::identifier)),
                list(b.identifiers().stream().map(Comparison::identifier))));
        rows.add(both(
                "Addresses",
                list(a.addresses().stream().map(Comparison::address)),
                list(b.addresses().stream().map(Comparison::address))));
        rows.add(both("Phones", list(a.phones().stream()), list(b.phones().stream())));
        rows.add(both(
                "Flags",
                list(a.standingFlags().stream().map(ChildRecord.Flag::text)),
                list(b.standingFlags().stream().map(ChildRecord.Flag::text))));
        rows.add(both("Record", a.standing(), b.standing()));
        rows.removeIf(row -> row.standing().isEmpty() && row.merged().isEmpty());
        return new Comparison(rows);
    }

    List<Row> toDecide() {
        return rows.stream().filter(Row::toDecide).toList();
    }

    private static Row one(Fact fact, @Nullable String a, @Nullable String b) {
        return row(fact, fact.title, a, b);
    }

    private static Row both(String title, String a, String b) {
        return row(null, title, a, b);
    }

    private static Row row(@Nullable Fact fact, String title, @Nullable String a, @Nullable String b) {
        var one = a == null ? "" : a.strip();
        var other = b == null ? "" : b.strip();
        return new Row(fact, title, one, other, !one.isEmpty() && !other.isEmpty() && !one.equals(other));
    }

    private static @Nullable String born(ChildRecord child) {
        var born = child.dateOfBirth();
        if (born == null) return null;
        return London.day(born).substring(4)
                + (child.birthPrecision().equals("exact") ? "" : " (" + child.birthPrecision() + ")");
    }

    private static @Nullable String known(String sex) {
        return sex.equals("not-known") ? null : sex.substring(0, 1).toUpperCase(Locale.ROOT) + sex.substring(1);
    }

    private static @Nullable String worker(ChildRecord child) {
        var allocated = child.allocated();
        return allocated == null ? null : child.nameOf(allocated.worker());
    }

    private static @Nullable String status(ChildRecord child) {
        var now = child.legalStatuses().stream()
                .filter(each -> each.endsOn() == null)
                .findFirst()
                .orElse(null);
        return now == null
                ? null
                : now.code() + " since " + London.day(now.startsOn()).substring(4);
    }

    private static @Nullable String placement(ChildRecord child) {
        var placed = child.placed();
        return placed == null
                ? null
                : placed.name() + " since " + London.day(placed.startsOn()).substring(4);
    }

    private static String name(ChildRecord.Name name) {
        return name.given() + " " + name.family() + " (" + name.kind() + ")";
    }

    private static String identifier(ChildRecord.Identifier each) {
        return each.kind().replace('-', ' ') + " " + each.value();
    }

    private static String address(ChildRecord.Address each) {
        return Stream.of(each.lines(), each.postcode()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String list(Stream<String> all) {
        return all.distinct().sorted().collect(Collectors.joining("; "));
    }
}
