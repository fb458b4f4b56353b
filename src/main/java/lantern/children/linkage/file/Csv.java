package lantern.children.linkage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantern.platform.Refused;

/** Reads a file of separated values: commas, semicolons, tabs or bars; quoted or not; UTF-8, or else Latin-1. */
public final class Csv {
    private final String text;
    private final char separator;
    private final Map<String, String> once = new HashMap<>();
    private int at;

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    public static Table read(Path file) {
        if (!Files.isReadable(file)) throw new Refused("There is no file " + file + " to read");
        try {
            return parse(file.getFileName().toString(), decode(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Refused(file + " could not be read: " + e.getMessage());
        }
    }

    static Table parse(String name, String text) {
        var csv = new Csv(text.startsWith("\ufeff") ? text.substring(1) : text);
        var header = csv.line();
        if (header.stream().allMatch(String::isBlank))
            throw new Refused(name + " is empty: its first line must name the columns");
        var columns = header.stream().map(String::strip).toList();
        var rows = new ArrayList<List<String>>();
        while (csv.at < csv.text.length()) {
            var row = csv.line();
            if (row.size() == 1 && row.getFirst().isBlank()) continue;
            if (row.size() > columns.size()
                    && row.subList(columns.size(), row.size()).stream().anyMatch(cell -> !cell.isBlank()))
                throw new Refused(name + ", record " + (rows.size() + 1) + ": " + row.size()
                        + " cells where the first line names " + columns.size() + " columns");
            while (row.size() < columns.size()) row.add("");
            rows.add(List.copyOf(row.subList(0, columns.size())));
        }
        if (rows.size() < 2) throw new Refused(name + " has no two records to compare");
        return new Table(name, columns, rows);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparingLong(
                        each -> first.chars().filter(c -> c == each).count()))
                .orElseThrow();
    }

    private List<String> line() {
        var cells = new ArrayList<String>();
        do cells.add(cell());
        while (at < text.length() && text.charAt(at - 1) == separator);
        if (at == text.length() && at > 0 && text.charAt(at - 1) == separator) cells.add("");
        return cells;
    }

    // Leaves the reader behind the separator or the end of the line.
    private String cell() {
        var start = at;
        while (start < text.length() && text.charAt(start) == ' ') start++;
        if (start < text.length() && text.charAt(start) == '"') return quoted(start + 1);
        var end = at;
        while (end < text.length() && text.charAt(end) != separator && text.charAt(end) != '\n') end++;
        var cell = text.substring(at, end).strip();
        at = Math.min(end + 1, text.length() + 1);
        if (at > text.length()) at = text.length();
        return once.computeIfAbsent(cell, same -> same);
    }

    private String quoted(int start) {
        var cell = new StringBuilder();
        var i = start;
        while (i < text.length()) {
            if (text.charAt(i) == '"') {
                if (i + 1 >= text.length() || text.charAt(i + 1) != '"') break;
                i++;
            }
            cell.append(text.charAt(i++));
        }
        while (i < text.length() && text.charAt(i) != separator && text.charAt(i) != '\n') i++;
        at = Math.min(i + 1, text.length());
        return once.computeIfAbsent(cell.toString().strip(), same -> same);
    }
}
