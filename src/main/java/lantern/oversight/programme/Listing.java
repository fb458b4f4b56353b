package lantern.oversight.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Value;

/**
 * A list that officers keep: the table it stands in, what it hangs on and the fields of a row. The names of tables and columns come from our
 * own description of it and are nowhere typed.
 *
 * @param parent the table of what the list belongs to
 * @param order by which columns its rows stand
 * @param columns those that stand on the page of what it hangs on; empty for all
 * @param entries rows are entries that are never changed: a later one says what is so now
 */
public record Listing(
        String table,
        String parent,
        String title,
        String one,
        String order,
        boolean entries,
        List<Field> fields,
        List<String> columns) {
    public enum Kind {
        LINE,
        LINES,
        DAY,
        NUMBER,
        POUNDS,
        CHOICE,
        /** A row of another list of the same parent, or of the committee behind it. */
        ROW;

        boolean needsAnAnswer() {
            return this != LINES && this != ROW;
        }
    }

    /**
     * @param of the words of each code of a choice
     * @param from the table that a row is chosen from
     */
    public record Field(
            String column,
            Kind kind,
            String label,
            String heading,
            String hint,
            boolean required,
            Map<String, String> of,
            String from) {}

    static Listing of(String table, Map<String, Object> yaml) {
        var fields = ((List<?>) Objects.requireNonNull(yaml.get("fields")))
                .stream().map(Lists::map).map(Listing::field).toList();
        return new Listing(
                table,
                words(yaml, "of"),
                words(yaml, "title"),
                words(yaml, "one"),
                words(yaml, "order"),
                yaml.containsKey("entries"),
                fields,
                yaml.get("columns") instanceof List<?> some
                        ? some.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private static Field field(Map<String, Object> yaml) {
        var kind = Arrays.stream(Kind.values())
                .filter(each -> yaml.containsKey(each.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        var label = words(yaml, kind.name().toLowerCase(Locale.ROOT));
        var codes = new LinkedHashMap<String, String>();
        if (kind == Kind.CHOICE) Lists.map(yaml.get("codes")).forEach((code, words) -> codes.put(code, words + ""));
        return new Field(
                words(yaml, "column"),
                kind,
                label,
                yaml.containsKey("head") ? words(yaml, "head") : label,
                yaml.containsKey("hint") ? words(yaml, "hint") : "",
                yaml.containsKey("needed") || kind.needsAnAnswer() && !yaml.containsKey("optional"),
                java.util.Collections.unmodifiableMap(codes),
                kind == Kind.ROW ? words(yaml, "from") : "");
    }

    private static String words(Map<String, Object> yaml, String key) {
        return Objects.requireNonNull(yaml.get(key), key).toString();
    }

    /** As it stands in an address. */
    public String code() {
        return table.replace('_', '-');
    }

    String parentColumn() {
        return parent + "_id";
    }

    /** The page of what a list hangs on. */
    static String path(String table, UUID id) {
        return "/oversight/" + table.replace('_', '-').replaceFirst("y$", "ie") + "s/" + id;
    }

    List<Field> shown() {
        return columns.isEmpty() ? fields : columns.stream().map(this::field).toList();
    }

    public Field field(String column) {
        return fields.stream()
                .filter(each -> each.column.equals(column))
                .findFirst()
                .orElseThrow();
    }

    public String words(Field field, String value) {
        return switch (field.kind) {
            case CHOICE -> field.of.getOrDefault(value, value);
            case POUNDS ->
                value.isEmpty() ? "" : Value.pounds(new BigDecimal(value)).words();
            default -> value;
        };
    }

    /** What a row says in one column, a code in its words. */
    public String words(String column, Row row) {
        return words(field(column), row.of(column));
    }
}
