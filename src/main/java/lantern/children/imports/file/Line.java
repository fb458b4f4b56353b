package lantern.children.imports.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a file. Reading a cell that is not what it should be notes a problem and answers with nothing. */
public final class Line {
    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST = 4000;
    private static final int DIGEST_BYTES = 16;

    private final String file;
    private final long row;
    private final Map<String, String> cells;
    private Set<String> changing = Set.of();
    private final List<Problem> problems = new ArrayList<>();

    public Line(String file, long row, Map<String, String> cells) {
        this.file = file;
        this.row = row;
        this.cells = cells;
        cells.forEach((column, cell) -> {
            if (cell.indexOf('\0') >= 0)
                wrong(column, "there is an invisible zero character in the cell. Type the cell again");
            if (cell.length() > LONGEST) wrong(column, "use " + LONGEST + " characters or fewer");
        });
    }

    public long row() {
        return row;
    }

    public String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    public @Nullable String orNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** Null when the cell is empty, and when it is no day, which is then noted. */
    public @Nullable LocalDate day(String column) {
        var text = text(column);
        if (text.isEmpty()) return null;
        try {
            return ISO.matcher(text).matches() ? LocalDate.parse(text) : LocalDate.parse(text, BRITISH);
        } catch (DateTimeParseException e) {
            wrong(column, quoted(text) + " is not a day. Write 2011-04-09 or 09/04/2011");
            return null;
        }
    }

    public @Nullable LocalDate pastDay(String column, LocalDate today) {
        var day = day(column);
        if (day != null && day.isAfter(today)) wrong(column, "is in the future. Write a day up to today");
        return day;
    }

    /** One of these codes, whatever case it is written in; null when empty or none of them, which is then noted. */
    public @Nullable String code(String column, Map<String, String> codes, String words) {
        var text = text(column).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) return null;
        if (codes.containsKey(text)) return text;
        wrong(column, quoted(text(column)) + " is not " + words + ". Use one of " + String.join(", ", codes.keySet()));
        return null;
    }

    public @Nullable String oneOf(String column, List<String> words) {
        var text = text(column).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) return null;
        if (words.contains(text)) return text;
        wrong(column, quoted(text(column)) + " is not known here. Use one of " + String.join(", ", words));
        return null;
    }

    public void require(List<Column> columns) {
        for (var column : columns) {
            if (column.required() && text(column.name()).isEmpty())
                wrong(column.name(), "is empty. Fill it in: " + column.words());
        }
    }

    public void wrong(@Nullable String column, String words) {
        // one thing at a time for each cell
        if (problems.stream().anyMatch(each -> Objects.equals(each.column(), column))) return;
        problems.add(new Problem(file, row, column, words + "."));
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    public List<Problem> problems() {
        return problems;
    }

    /** These cells may change without making it another row: the last day of what was not over when it came first. */
    public void mayChange(Set<String> columns) {
        changing = columns;
    }

    /** The same cells give the same digest, whatever their order in the file. */
    public String digest() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            cells.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(cell -> {
                if (cell.getValue().isBlank() || changing.contains(cell.getKey())) return;
                hash.update((cell.getKey() + "\u001f" + cell.getValue().strip() + "\u001e")
                        .getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(hash.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "\"";
    }
}
