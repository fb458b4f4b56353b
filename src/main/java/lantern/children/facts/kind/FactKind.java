package lantern.children.facts.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact: where it is kept, what is asked about it, and what no such fact can be like.
 *
 * @param path the noun of its pages: /children/{id}/names
 * @param code what the ledger calls one of them
 * @param section of the record, as sharing knows it
 * @param one true for what a child has exactly one of; the row is then the child's own
 * @param dated true when it holds from a day until a day
 */
public record FactKind(
        String path,
        String code,
        String title,
        String singular,
        String section,
        String table,
        boolean one,
        boolean dated,
        List<FactField> fields,
        Rule rule,
        @Nullable String words) {
    /** Refuses what no such fact is, and adds what follows from what was said. */
    public interface Rule {
        void apply(Map<String, @Nullable Object> row, LocalDate today);
    }

    static FactKind many(String path, String code, String title, String singular, String section, String table) {
        return new FactKind(
                path, code, title, singular, section, table, false, false, List.of(), (row, today) -> {}, null);
    }

    static FactKind one(String path, String title, String section) {
        return new FactKind(
                path, path, title, title, section, "children.child", true, false, List.of(), (row, today) -> {}, null);
    }

    FactKind asks(FactField... more) {
        var all = Stream.concat(fields.stream(), Stream.of(more)).toList();
        return new FactKind(path, code, title, singular, section, table, one, dated, all, rule, words);
    }

    FactKind dated(String from, String until) {
        var asked = asks(FactField.day("starts_on", from), FactField.day("ends_on", until));
        return new FactKind(path, code, title, singular, section, table, one, true, asked.fields, rule, words);
    }

    FactKind rule(Rule rule) {
        return new FactKind(path, code, title, singular, section, table, one, dated, fields, rule, words);
    }

    /** What its page says before anything is asked. */
    FactKind says(String words) {
        return new FactKind(path, code, title, singular, section, table, one, dated, fields, rule, words);
    }

    public String ledgerCode(String done) {
        return code + "." + done;
    }

    /** A legal status and a placement are ended on pages of their own. */
    public boolean endable() {
        return dated && !List.of("legal-status", "placement").contains(code);
    }

    public List<String> columns() {
        return fields.stream().map(FactField::column).toList();
    }

    public void check(Map<String, @Nullable Object> row, LocalDate today) {
        if (dated) {
            var from = day(row, "starts_on");
            var until = day(row, "ends_on");
            if (from != null && until != null && until.isBefore(from))
                throw new Refused("Choose a last day that is not before the first", "endsOn");
            if (until != null && until.isAfter(today))
                throw new Refused("Leave the last day empty while it lasts", "endsOn");
        }
        rule.apply(row, today);
    }

    public static @Nullable LocalDate day(Map<String, @Nullable Object> row, String column) {
        var value = row.get(column);
        return value == null ? null : LocalDate.parse(value.toString());
    }

    public static @Nullable String text(Map<String, @Nullable Object> row, String column) {
        var value = row.get(column);
        return value == null ? null : value.toString();
    }

    /** The fact in one line, without its days. */
    public String told(Map<String, @Nullable Object> row, Map<String, String> children) {
        return fields.stream()
                .filter(each -> !dated || !List.of("starts_on", "ends_on").contains(each.column()))
                .map(each -> each.told(text(row, each.column()), children))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** All of the fact in one line, for what it was before. */
    public String toldWhole(Map<String, @Nullable Object> row, Map<String, String> children) {
        var parts = new ArrayList<String>();
        var words = told(row, children);
        if (!words.isEmpty()) parts.add(words);
        for (var each : fields) {
            if (!dated || !List.of("starts_on", "ends_on").contains(each.column())) continue;
            var day = each.told(text(row, each.column()), children);
            if (day != null) parts.add((each.column().equals("starts_on") ? "from " : "until ") + day);
        }
        return parts.isEmpty() ? "not recorded" : String.join(", ", parts);
    }
}
