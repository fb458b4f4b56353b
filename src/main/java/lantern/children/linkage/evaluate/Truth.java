package lantern.children.linkage.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lantern.children.linkage.file.Table;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/** Which records are of one person: equal answers. A record without an answer is nobody's other. */
final class Truth {
    /** rec-123-org, rec-123-dup-0: the same up to and with the first number. */
    private static final Pattern STEM = Pattern.compile("^\\D*\\d+");

    private static final String RULE = "prefix";

    private final int[] person;
    private final int first;
    private final String words;

    private Truth(int[] person, int first, String words) {
        this.person = person;
        this.first = first;
        this.words = words;
    }

    /** The column that --truth names; it is never compared. */
    static String column(String truth, List<Table> tables, @Nullable String id) {
        var name = truth.equals(RULE) || truth.equals(RULE + "-rule")
                ? id
                : truth.startsWith(RULE + ":") ? truth.substring(7) : truth;
        if (name == null)
            throw new Refused(
                    "--truth " + truth + " needs an id column, and none was found: write --truth prefix:COLUMN");
        var colon = name.indexOf(':');
        var column = colon > 0 && !tables.getFirst().columns().contains(name) ? name.substring(0, colon) : name;
        for (var table : tables) {
            if (table.columns().stream().noneMatch(each -> each.equalsIgnoreCase(column)))
                throw new Refused("There is no column " + column + " in " + table.name()
                        + " to take the truth from. Its columns are: " + String.join(", ", table.columns()));
        }
        return column;
    }

    static Truth of(String truth, String column, List<Table> tables) {
        var cells = new ArrayList<String>();
        for (var table : tables) {
            var place =
                    table.columns().stream().map(String::toLowerCase).toList().indexOf(column.toLowerCase());
            for (var row : table.rows()) cells.add(row.get(place).strip());
        }
        var first = tables.getFirst().rows().size();
        var colon = truth.startsWith(RULE) ? -1 : truth.indexOf(':');
        if (truth.startsWith(RULE))
            return made(cells, first, Truth::stem, "the same " + column + " up to its first number");
        if (colon > 0 && truth.substring(0, colon).equals(column)) {
            var pattern = Pattern.compile(truth.substring(colon + 1));
            return made(
                    cells, first, cell -> part(pattern, cell), "the same part of " + column + " by the pattern given");
        }
        var plain = made(cells, first, cell -> cell, "the same " + column);
        if (plain.pairs() > 0) return plain;
        var stems =
                made(cells, first, Truth::stem, "the same " + column + " up to its first number, for no two are equal");
        if (stems.pairs() == 0)
            throw new Refused("No two records have the same " + column
                    + ", so there is nothing to find. Say with --truth which column has the answers.");
        return stems;
    }

    private static String stem(String cell) {
        var found = STEM.matcher(cell);
        return found.find() ? found.group() : cell;
    }

    private static String part(Pattern pattern, String cell) {
        var found = pattern.matcher(cell);
        if (!found.find()) return "";
        return found.groupCount() > 0 ? found.group(1) : found.group();
    }

    private static Truth made(List<String> cells, int first, UnaryOperator<String> answer, String words) {
        var numbers = new HashMap<String, Integer>();
        var person = new int[cells.size()];
        for (var row = 0; row < person.length; row++) {
            var text = answer.apply(cells.get(row));
            person[row] = text.isEmpty() ? -1 - row : numbers.computeIfAbsent(text, key -> numbers.size());
        }
        return new Truth(person, first, words);
    }

    boolean same(int a, int b) {
        return person[a] == person[b];
    }

    /** All pairs of one person, compared or not. */
    long pairs() {
        var ones = new HashMap<Integer, long[]>();
        for (var row = 0; row < person.length; row++)
            ones.computeIfAbsent(person[row], key -> new long[2])[row < first ? 0 : 1]++;
        return ones.values().stream()
                .mapToLong(count -> first == person.length ? count[0] * (count[0] - 1) / 2 : count[0] * count[1])
                .sum();
    }

    String words() {
        return words;
    }
}
