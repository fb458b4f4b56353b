package lantern.children.linkage.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lantern.children.linkage.block.Keys;
import lantern.children.linkage.field.Column;
import lantern.children.linkage.field.Comparison;
import lantern.children.linkage.field.Comparisons;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.field.OneColumn;
import lantern.children.linkage.text.Words;
import lantern.children.linkage.value.Address;
import lantern.children.linkage.value.Day;
import lantern.children.linkage.value.Name;
import lantern.children.linkage.value.Names;
import lantern.children.linkage.value.Text;

/** The records of one file or two, made ready: how each two are compared, and by which keys they may meet. */
public final class Records {
    private static final String PLACE = "place";

    private final Cells cells;
    private final int rows;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final RecordKeys keys;

    private Records(Cells cells, int rows) {
        this.cells = cells;
        this.rows = rows;
        this.keys = new RecordKeys(rows);
    }

    public static Records of(List<Table> tables, List<Mapping> mappings) {
        for (var i = 0; i < tables.size(); i++) mappings.get(i).check(tables.get(i));
        var records = new Records(
                new Cells(tables, mappings),
                tables.stream().mapToInt(table -> table.rows().size()).sum());
        records.names();
        records.births();
        records.places();
        records.codes();
        return records;
    }

    public int rows() {
        return rows;
    }

    public Comparisons comparisons() {
        return new Comparisons(comparisons);
    }

    public List<Keys> keys() {
        return keys.all();
    }

    private void names() {
        var given = cells.joined(Role.GIVEN_NAMES);
        var family = cells.joined(Role.FAMILY_NAME);
        if (!cells.has(Role.GIVEN_NAMES) && !cells.has(Role.FAMILY_NAME) && cells.has(Role.FULL_NAME)) {
            var full = cells.joined(Role.FULL_NAME);
            given = Cells.map(full, Records::givenOf);
            family = Cells.map(full, Records::familyOf);
        }
        var givens = nameColumn(given);
        var families = nameColumn(family);
        if (givens.known() + families.known() > 0) {
            comparisons.add(new Names(givens, families));
            keys.names(givens, families);
        }
        if (cells.has(Role.MIDDLE_NAMES)) {
            var field = new Field("middleNames", "middle", Name.GIVEN.levels());
            comparisons.add(new OneColumn<>(field, nameColumn(cells.joined(Role.MIDDLE_NAMES)), Name::given));
        }
    }

    private static Column<Name> nameColumn(List<String> cells) {
        var normal = Cells.map(cells, cell -> String.join(" ", Words.keys(cell)));
        return Column.of(normal, Name::of, Name[]::new);
    }

    private static String familyOf(String full) {
        var comma = full.indexOf(',');
        return comma > 0 ? full.substring(0, comma) : full.substring(full.lastIndexOf(' ') + 1);
    }

    private static String givenOf(String full) {
        var comma = full.indexOf(',');
        return comma > 0 ? full.substring(comma + 1) : full.substring(0, Math.max(0, full.lastIndexOf(' ')));
    }

    private void births() {
        List<String> days = List.of();
        if (cells.has(Role.DATE_OF_BIRTH)) days = Dates.digits(cells.joined(Role.DATE_OF_BIRTH));
        else if (cells.has(Role.BIRTH_YEAR)) days = Dates.digits(parts());
        if (!days.isEmpty()) {
            var born = Column.of(Cells.map(days, day -> day.length() < 4 ? "" : day), Day::of, Day[]::new);
            comparisons.add(new OneColumn<>(Day.BORN, born, Day::level));
            keys.days(born);
        }
        if (cells.has(Role.AGE)) text("age", "born", Role.AGE, Text.NUMBER, Cells::number, Text::number);
    }

    private List<String> parts() {
        var years = Cells.map(cells.joined(Role.BIRTH_YEAR), Cells::number);
        if (!cells.has(Role.BIRTH_MONTH)) return years;
        var months = Cells.map(cells.joined(Role.BIRTH_MONTH), Cells::number);
        var days = Cells.map(cells.joined(Role.BIRTH_DAY), Cells::number);
        return IntStream.range(0, rows)
                .mapToObj(row -> years.get(row).isEmpty()
                                || months.get(row).isEmpty()
                                || days.get(row).isEmpty()
                        ? years.get(row)
                        : years.get(row) + "-" + months.get(row) + "-" + days.get(row))
                .toList();
    }

    private void places() {
        text("sex", "sex", Role.SEX, Text.SEX, Cells::sex, Text::sex);
        text("postcode", PLACE, Role.POSTCODE, Text.POSTCODE, Cells::code, Text::postcode);
        if (cells.has(Role.ADDRESS)) {
            var words = Cells.map(cells.joined(Role.ADDRESS), cell -> String.join(" ", Words.keys(cell)));
            var addresses = Address.column(words);
            comparisons.add(new OneColumn<>(new Field("address", PLACE, Address.LEVELS), addresses, Address::level));
            keys.addresses(addresses);
        }
        words("town", PLACE, Cells.map(cells.joined(Role.TOWN), Words::key), cells.has(Role.TOWN));
        words("region", PLACE, Cells.map(cells.joined(Role.REGION), Words::key), cells.has(Role.REGION));
    }

    private void codes() {
        text("phone", "phone", Role.PHONE, Text.CODE, Cells::phone, Text::code);
        text("email", "email", Role.EMAIL, Text.EMAIL, cell -> cell.toLowerCase(java.util.Locale.ROOT), Text::email);
        for (var at = 0; at < cells.columns(Role.IDENTIFIER); at++)
            code(
                    "identifier" + (at + 1),
                    "identifier" + at,
                    cells.single(Role.IDENTIFIER, at),
                    Text.CODE,
                    Cells::code,
                    Text::code);
        for (var at = 0; at < cells.columns(Role.OTHER); at++)
            words("other" + (at + 1), "other" + at, cells.single(Role.OTHER, at), true);
    }

    private void text(
            String code,
            String group,
            Role role,
            List<String> levels,
            UnaryOperator<String> clean,
            ToIntBiFunction<String, String> level) {
        if (cells.has(role)) code(code, group, cells.joined(role), levels, clean, level);
    }

    private void code(
            String code,
            String group,
            List<String> texts,
            List<String> levels,
            UnaryOperator<String> clean,
            ToIntBiFunction<String, String> level) {
        var column = Column.of(Cells.map(texts, clean), Function.identity(), String[]::new);
        comparisons.add(new OneColumn<>(new Field(code, group, levels), column, level));
        keys.codes(code, column);
    }

    private void words(String code, String group, List<String> texts, boolean there) {
        if (!there) return;
        var normal = Cells.map(texts, cell -> String.join(" ", Words.keys(cell)));
        var column = Column.of(normal, Name::of, Name[]::new);
        comparisons.add(new OneColumn<>(new Field(code, group, Text.WORDS), column, Text::words));
        keys.words(code, column);
    }
}
