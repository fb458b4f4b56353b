package lantern.oversight.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.platform.Refused;

/**
 * A list that officers keep: the table it stands in, what it hangs on and the fields of a row. The names of tables and columns are
 * written here and nowhere typed.
 *
 * @param parent the table of what the list belongs to
 * @param order by which columns its rows stand
 * @param entries rows are entries that are never changed: a later one says what is so now
 */
public record Listing(
        String table, String parent, String title, String one, String order, boolean entries, List<Field> fields) {
    public enum Kind {
        LINE,
        LINES,
        DAY,
        NUMBER,
        CHOICE,
        /** A row of another list of the same parent, or of the committee behind it. */
        ROW
    }

    /** @param of the values of a choice; for a row empty, with {@code table} in its place */
    public record Field(
            String column,
            Kind kind,
            String label,
            String heading,
            String hint,
            boolean required,
            Map<String, String> of,
            String table) {
        Field hint(String words) {
            return new Field(column, kind, label, heading, words, required, of, table);
        }

        /** Over its column, where the label is a question. */
        Field head(String words) {
            return new Field(column, kind, label, words, hint, required, of, table);
        }

        Field needed() {
            return new Field(column, kind, label, heading, hint, true, of, table);
        }

        Field optional() {
            return new Field(column, kind, label, heading, hint, false, of, table);
        }
    }

    static Field line(String column, String label) {
        return new Field(column, Kind.LINE, label, label, "", true, Map.of(), "");
    }

    static Field lines(String column, String label) {
        return new Field(column, Kind.LINES, label, label, "", false, Map.of(), "");
    }

    static Field day(String column, String label) {
        return new Field(column, Kind.DAY, label, label, "For example, 27 3 2027", true, Map.of(), "");
    }

    static Field number(String column, String label) {
        return new Field(column, Kind.NUMBER, label, label, "", true, Map.of(), "");
    }

    static Field choice(String column, String label, String... codesAndWords) {
        var of = new LinkedHashMap<String, String>();
        for (int i = 0; i < codesAndWords.length; i += 2) of.put(codesAndWords[i], codesAndWords[i + 1]);
        return new Field(column, Kind.CHOICE, label, label, "", true, java.util.Collections.unmodifiableMap(of), "");
    }

    static Field row(String column, String label, String table) {
        return new Field(column, Kind.ROW, label, label, "", false, Map.of(), table);
    }

    static Listing of(String table, String parent, String title, String one, String order, Field... fields) {
        return new Listing(table, parent, title, one, order, false, List.of(fields));
    }

    Listing neverChanged() {
        return new Listing(table, parent, title, one, order, true, fields);
    }

    /** As it stands in an address. */
    public String code() {
        return table.replace('_', '-');
    }

    String parentColumn() {
        return parent + "_id";
    }

    public static Listing of(String code) {
        return all().filter(each -> each.code().equals(code)).findFirst().orElseThrow(Refused::notFound);
    }

    static Stream<Listing> all() {
        return Stream.of(Lists.COMMITTEE, Lists.MEETING, Lists.PLAN, Lists.ACTIVITY, Lists.MEASURE)
                .flatMap(List::stream);
    }

    /** The page of what a list hangs on. */
    static String path(String table, UUID id) {
        return "/oversight/" + table.replace('_', '-').replaceFirst("y$", "ie") + "s/" + id;
    }

    public String words(Field field, String value) {
        return field.kind == Kind.CHOICE ? field.of.getOrDefault(value, value) : value;
    }
}
