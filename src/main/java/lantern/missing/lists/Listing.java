package lantern.missing.lists;

import gg.jte.Content;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.platform.web.components.Cell;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was asked for: its rule in words, its columns and its rows. The page, the print and the file are all written from these rows, so their figures are
 * the same.
 *
 * @param code what the ledger calls it
 * @param children whose rows they are: reading them is in the ledger
 */
public record Listing(
        String code,
        String title,
        String rule,
        Instant asAt,
        List<Column> columns,
        List<List<Item>> rows,
        Collection<UUID> children) {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    public record Column(String heading, boolean number) {
        public static Column of(String heading) {
            return new Column(heading, false);
        }

        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    /** One cell: its words, where they lead, or the colour of the tag they stand on. */
    public record Item(
            String words, @Nullable String href, @Nullable String colour) {
        public static Item of(@Nullable String words) {
            return new Item(words == null ? "" : words, null, null);
        }

        public static Item of(long number) {
            return of(Long.toString(number));
        }

        public static Item link(String words, String href) {
            return new Item(words, href, null);
        }

        public static Item tag(String words, String colour) {
            return new Item(words, null, colour);
        }

        Content content() {
            if (href != null) return Link.to(href, words);
            return colour != null ? Tag.of(words).colour(colour) : Text.of(words);
        }
    }

    public String count() {
        return rows.size() == 1 ? "1 row." : rows.size() + " rows.";
    }

    public Table table() {
        return Table.of(title)
                .captionHidden()
                .head(columns.stream()
                        .map(each -> each.number ? Cell.of(each.heading).format("numeric") : Cell.of(each.heading))
                        .toList())
                .stacks()
                .small()
                .rows(
                        rows,
                        row -> Stream.iterate(0, i -> i < row.size(), i -> i + 1)
                                .map(i -> columns.get(i).number
                                        ? Cell.of(row.get(i).content()).format("numeric")
                                        : Cell.of(row.get(i).content()))
                                .toList());
    }

    /** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
    public String csv() {
        var head = columns.stream().map(Column::heading).toList();
        var lines = rows.stream().map(row -> row.stream().map(Item::words).toList());
        return Stream.concat(Stream.of(head), lines)
                .map(line -> line.stream().map(Listing::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String value) {
        var safe = !value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    public String asAtWords() {
        return London.dateTime(asAt);
    }
}
