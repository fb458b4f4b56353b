package lantern.oversight.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import lantern.oversight.paper.Paper.Grid;
import lantern.oversight.paper.Paper.Heading;
import lantern.oversight.paper.Paper.Line;
import lantern.oversight.paper.Paper.Part;

/** Plain text and Markdown: pipes or tabs make a table, "#" a heading; lines broken by an editor are put together again. */
public final class TextReader {
    private static final Pattern ITEM =
            Pattern.compile("^\\s*(?:[-*•▪◦·➢]|\\(?[a-z]\\)|\\(?[ivx]+\\)|\\d{1,2}[.)])\\s+(.*)$");
    private static final Pattern RULE = Pattern.compile("^[\\s|:+=-]*-{2,}[\\s|:+=-]*$");
    private static final Pattern TAG = Pattern.compile(
            "<(/?)(p|ul|ol|li|br|b|i|u|em|strong|sup|sub|table|tr|td|th)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private final List<Part> parts = new ArrayList<>();
    private final List<List<String>> grid = new ArrayList<>();
    private boolean broken;

    private TextReader() {}

    public static Paper read(String text) {
        var reader = new TextReader();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replace("\f", "\n\n")
                .lines()
                .forEach(reader::line);
        reader.endGrid();
        return new Paper(List.copyOf(reader.parts));
    }

    private void line(String raw) {
        var cells = cells(raw);
        if (cells.size() > 1) {
            if (!RULE.matcher(raw).matches()) grid.add(cells);
            return;
        }
        if (RULE.matcher(raw).matches()) {
            if (grid.isEmpty()) broken = true;
            return;
        }
        if (raw.isBlank()) {
            endGrid();
            broken = true;
            return;
        }
        endGrid();
        var words = plain(raw);
        if (words.isBlank()) return;
        if (raw.strip().startsWith("#")) {
            parts.add(new Heading(words.replaceFirst("^#+\\s*", "").replaceFirst("\\s*#+$", "")));
            broken = true;
            return;
        }
        var item = ITEM.matcher(words);
        if (item.matches()) {
            parts.add(new Line(words.strip().replaceFirst("^[-*•▪◦·➢]\\s+", ""), true));
        } else if (!broken
                && !parts.isEmpty()
                && parts.getLast() instanceof Line last
                && continues(last.words(), words)) {
            parts.set(parts.size() - 1, new Line(last.words() + " " + words.strip(), last.item()));
        } else if (heading(words)) {
            parts.add(new Heading(words.strip().replaceAll("^\\*\\*|\\*\\*$", "")));
        } else {
            parts.add(new Line(words.strip(), false));
        }
        broken = false;
    }

    private static boolean heading(String words) {
        var stripped = words.strip();
        return stripped.matches("\\*\\*[^*]{3,90}\\*\\*")
                || stripped.matches(
                        "(?i)(appendix\\b.{0,80}|[\\w' ,&-]{0,40}(concluded|outstanding) recommendations.{0,30}|useful acronyms|acronyms|abbreviations|glossary|section \\d+.{0,60})");
    }

    /** A line goes on when the one before it was long and did not end, or this one begins small. */
    private static boolean continues(String before, String words) {
        if (before.matches(".*[.!?:;|]\\s*$")) return false;
        if (words.matches("^[A-Z][\\w ]{0,30}:.*") || before.matches("^[A-Za-z][\\w' ]{0,40}:.*")) return false;
        return Character.isLowerCase(words.strip().charAt(0))
                || before.length() >= 70
                        && Character.isLetterOrDigit(words.strip().charAt(0))
                        && !before.matches(".*=.*");
    }

    private List<String> cells(String raw) {
        var stripped = raw.strip();
        if (stripped.chars().filter(c -> c == '|').count() >= 2
                || (stripped.contains(" | ") && !grid.isEmpty())
                || stripped.matches("[^|]+ \\| [^|]+"))
            return cut(stripped.replaceFirst("^\\|", "").replaceFirst("\\|$", ""), "\\|");
        if (raw.contains("\t") && !raw.isBlank()) return cut(raw, "\t");
        return List.of(raw);
    }

    private static List<String> cut(String line, String by) {
        return Arrays.stream(line.split(by, -1))
                .map(TextReader::plain)
                .map(String::strip)
                .toList();
    }

    private static String plain(String words) {
        var text = words;
        if (text.indexOf('<') >= 0) {
            text = text.replaceAll("(?i)<(li|br|p)\\b[^>]*>", "\n");
            text = TAG.matcher(text).replaceAll("");
        }
        return text.replaceAll("(\\*\\*|__)(.+?)\\1", "$2")
                .replaceAll("\n{2,}", "\n")
                .strip();
    }

    private void endGrid() {
        if (grid.isEmpty()) return;
        parts.add(grid(grid));
        grid.clear();
    }

    static Grid grid(List<List<String>> rows) {
        var widest = rows.stream().mapToInt(List::size).max().orElse(0);
        var even = new ArrayList<List<String>>();
        for (var row : rows) {
            var cells = new ArrayList<>(row);
            while (cells.size() < widest) cells.add("");
            even.add(List.copyOf(cells));
        }
        return new Grid(List.copyOf(even));
    }
}
