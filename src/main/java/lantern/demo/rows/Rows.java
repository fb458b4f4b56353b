package lantern.demo.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of any tables in the text form of COPY. Not for two threads. */
public final class Rows {
    private final Map<Table, StringBuilder> texts = new EnumMap<>(Table.class);

    public void add(Table table, @Nullable Object... values) {
        if (values.length != table.columns())
            throw new IllegalArgumentException(
                    table.table() + " has " + table.columns() + " columns, not " + values.length);
        var text = texts.computeIfAbsent(table, any -> new StringBuilder(1 << 16));
        for (var i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            append(text, values[i]);
        }
        text.append('\n');
    }

    @Nullable
    CharSequence of(Table table) {
        return texts.get(table);
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case UUID it -> text.append(it);
            case Instant it -> text.append(it);
            case LocalDate it -> text.append(it);
            case Boolean it -> text.append(it ? 't' : 'f');
            case Number it -> text.append(it);
            case byte[] it -> text.append("\\\\x").append(HexFormat.of().formatHex(it));
            // Codes and identifiers only, so nothing in them needs quoting.
            case Collection<?> it ->
                text.append(it.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            case String it -> escaped(text, it);
            default -> throw new IllegalArgumentException("A row cannot hold a " + value.getClass());
        }
    }

    private static void escaped(StringBuilder text, String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
