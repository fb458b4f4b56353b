package lantern.children.linkage.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantern.children.linkage.text.Words;

/** The cells of a role, record by record, cleaned of what means nothing: NULL, n/a, brackets and quotes of arrays. */
final class Cells {
    private static final Set<String> NOTHING = Set.of(
            "",
            "na",
            "n/a",
            "nan",
            "null",
            "none",
            "nil",
            "unknown",
            "not known",
            "not-known",
            "missing",
            "-",
            "--",
            "?",
            ".",
            "[]",
            "{}",
            "<na>");

    private final List<Table> tables;
    private final List<Mapping> mappings;

    Cells(List<Table> tables, List<Mapping> mappings) {
        this.tables = tables;
        this.mappings = mappings;
    }

    boolean has(Role role) {
        return mappings.stream().allMatch(mapping -> !mapping.of(role).isEmpty());
    }

    /** How many columns every file has for the role. */
    int columns(Role role) {
        return mappings.stream()
                .mapToInt(mapping -> mapping.of(role).size())
                .min()
                .orElse(0);
    }

    /** All columns of the role, side by side. */
    List<String> joined(Role role) {
        return cells(role, 0, Integer.MAX_VALUE);
    }

    List<String> single(Role role, int column) {
        return cells(role, column, column + 1);
    }

    private List<String> cells(Role role, int from, int to) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            var columns = mappings.get(i).of(role);
            var places = columns.subList(Math.min(from, columns.size()), Math.min(to, columns.size())).stream()
                    .map(table::place)
                    .toList();
            for (var row : table.rows())
                cells.add(places.stream()
                        .map(row::get)
                        .map(Cells::clean)
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(" ")));
        }
        return cells;
    }

    static String clean(String cell) {
        var text = cell.strip();
        if (text.length() > 1
                && (text.startsWith("[") && text.endsWith("]") || text.startsWith("{") && text.endsWith("}"))) {
            text = text.substring(1, text.length() - 1)
                    .replaceAll("[\"']", "")
                    .replaceAll("\\s*,\\s*", " ")
                    .strip();
        }
        return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    /** Several values in one cell, as keys of letters and digits; the separate ones of an array stay separate in joined cells only. */
    static String code(String text) {
        return Words.key(text);
    }

    static String number(String text) {
        var digits = text.replaceAll("\\.0+$", "").replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 9 ? "" : String.valueOf(Integer.parseInt(digits));
    }

    static String sex(String text) {
        var key = Words.key(text);
        return switch (key) {
            case "" -> "";
            case "m", "male", "man", "boy", "1" -> "m";
            case "f", "female", "woman", "girl", "2" -> "f";
            case "u", "0", "9", "x" -> "";
            default -> key;
        };
    }

    static String phone(String text) {
        var digits = text.replaceAll("\\.0$", "").replaceAll("[^0-9]", "");
        return digits.length() > 10
                ? digits.substring(digits.length() - 10)
                : digits.startsWith("0") ? digits.substring(1) : digits;
    }

    static List<String> map(List<String> cells, java.util.function.UnaryOperator<String> to) {
        return cells.stream().map(cell -> cell.isEmpty() ? "" : to.apply(cell)).toList();
    }

    /** The words of both, in one cell each. */
    static List<String> both(List<String> ones, List<String> others) {
        return IntStream.range(0, ones.size())
                .mapToObj(row -> (ones.get(row) + " " + others.get(row)).strip())
                .toList();
    }
}
