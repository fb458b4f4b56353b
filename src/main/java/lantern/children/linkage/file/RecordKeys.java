package lantern.children.linkage.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lantern.children.linkage.block.Keys;
import lantern.children.linkage.field.Column;
import lantern.children.linkage.text.Likeness;
import lantern.children.linkage.value.Address;
import lantern.children.linkage.value.Day;
import lantern.children.linkage.value.Name;
import lantern.children.linkage.value.Text;

/** The keys of all records. Each kind survives another usual error: a sound survives spelling, half a code survives a wrong digit. */
final class RecordKeys {
    private static final int RARE_WORDS = 3;

    private final int rows;
    private final List<Keys> all = new ArrayList<>();

    RecordKeys(int rows) {
        this.rows = rows;
    }

    List<Keys> all() {
        return List.copyOf(all);
    }

    /** Of either name, for they may be turned round; and of both together. */
    void names(Column<Name> given, Column<Name> family) {
        either("sound", given, family, Name::sound);
        either("start", given, family, name -> start(name.key(), 3));
        either("letters", given, family, name -> Likeness.shuffled(name.key()));
        all.add(Keys.of("name", rows, row -> {
            if (given.id(row) == Column.NONE || family.id(row) == Column.NONE) return Keys.NONE;
            var one = Keys.hash("g" + given.value(given.id(row)).sound());
            var two = Keys.hash("g" + family.value(family.id(row)).sound());
            return new long[] {one + two};
        }));
    }

    private void either(String kind, Column<Name> given, Column<Name> family, Function<Name, String> key) {
        all.add(Keys.of(
                "name",
                rows,
                row -> IntStream.of(
                                idOf(given, row), idOf(family, row) < 0 ? -1 : idOf(family, row) + given.different())
                        .filter(id -> id >= 0)
                        .mapToObj(id -> id < given.different() ? given.value(id) : family.value(id - given.different()))
                        .mapToLong(name -> Keys.hash(kind + key.apply(name)))
                        .distinct()
                        .toArray()));
    }

    private static int idOf(Column<?> column, int row) {
        return column.id(row);
    }

    void days(Column<Day> born) {
        one(
                "born",
                born,
                day -> day.year() + " " + Math.min(day.month(), day.day()) + " " + Math.max(day.month(), day.day()));
        one("born", born, day -> "y" + day.year());
        one("born", born, day -> day.month() == 0 ? "" : "d" + day.month() + " " + day.day());
        one("born", born, day -> day.month() == 0 ? "" : "m" + day.year() + " " + day.month());
    }

    void addresses(Column<Address> addresses) {
        all.add(Keys.of("place", rows, row -> {
            if (addresses.id(row) == Column.NONE) return Keys.NONE;
            var address = addresses.value(addresses.id(row));
            return IntStream.range(0, address.words())
                    .boxed()
                    .sorted(Comparator.comparingDouble(at -> -address.weight(at)))
                    .limit(RARE_WORDS)
                    .mapToLong(at -> Keys.hash("address" + address.word(at)))
                    .distinct()
                    .toArray();
        }));
    }

    void words(String code, Column<Name> column) {
        one(group(code), column, name -> code + name.key());
    }

    void codes(String code, Column<String> column) {
        one(group(code), column, value -> code + value);
        switch (group(code)) {
            case "sex", "age" -> {}
            case "place" -> one("place", column, value -> "area" + Text.area(value));
            case "email" -> one("email", column, value -> "mailbox" + start(Text.mailbox(value), 5));
            default -> halves(code, column);
        }
    }

    private void halves(String code, Column<String> column) {
        one(code, column, value -> value.length() < 6 ? "" : code + "1" + value.substring(0, value.length() / 2));
        one(code, column, value -> value.length() < 6 ? "" : code + "2" + value.substring(value.length() / 2));
    }

    private static String group(String code) {
        return switch (code) {
            case "postcode", "town", "region" -> "place";
            default -> code;
        };
    }

    private <V> void one(String group, Column<V> column, Function<V, String> key) {
        var hashes = new long[column.different()];
        for (var id = 0; id < hashes.length; id++) {
            var text = key.apply(column.value(id));
            hashes[id] = text.isEmpty() ? 0 : Keys.hash(text);
        }
        var single = Arrays.stream(hashes)
                .mapToObj(hash -> hash == 0 ? Keys.NONE : new long[] {hash})
                .toArray(long[][]::new);
        all.add(Keys.of(group, rows, row -> column.id(row) == Column.NONE ? Keys.NONE : single[column.id(row)]));
    }

    private static String start(String key, int length) {
        return key.substring(0, Math.min(length, key.length()));
    }
}
