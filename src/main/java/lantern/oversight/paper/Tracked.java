package lantern.oversight.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as a paper prints it. Null means that its table has no such column or its block no such line.
 *
 * @param concluding it stands among the concluded
 * @param datedColumn its table has a column for the date of conclusion
 */
public record Tracked(
        String number,
        String words,
        @Nullable String responsible,
        @Nullable String target,
        @Nullable String concluded,
        @Nullable String assessment,
        List<String> evidence,
        boolean concluding,
        boolean datedColumn,
        int part) {
    public String evidenceText() {
        return String.join("\n", evidence);
    }

    private enum Column {
        NUMBER("no\\.?|number|ref(erence)?\\.?|rec(ommendation)? (no|number)\\.?"),
        WORDS("recommendations?"),
        RESPONSIBLE("responsib.*|owner|lead|cabinet member|responsible .*"),
        CONCLUDED("date concluded.*|concluded( on)?|date of conclusion"),
        TARGET("original date.*|target.*|completion date|date for completion|timescale|by when|due( date)?"),
        ASSESSMENT(".*assessment|category|status|tracking assessment|proposed category"),
        EVIDENCE("evidence.*|progress.*|update.*");

        private final Pattern heading;

        Column(String heading) {
            this.heading = Pattern.compile(heading);
        }

        static @Nullable Column of(String cell) {
            var words = cell.toLowerCase(Locale.ROOT)
                    .replaceAll("[*:’']", "")
                    .replaceAll("\\s+", " ")
                    .strip();
            for (var column : values()) if (column.heading.matcher(words).matches()) return column;
            return null;
        }

        static List<@Nullable Column> ofEach(List<String> row) {
            var read = new ArrayList<@Nullable Column>();
            for (var cell : row) read.add(of(cell));
            return read;
        }
    }

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:Recommendation\\s+(\\d{1,2})|(R\\s?\\d{1,2}))\\b\\s*[:.–—-]?\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern KEYED = Pattern.compile(
            "^(target(?: date)?|original date(?: for completion)?|timescale|completion date|category|assessment|tracking assessment|cabinet member.?s assessment|status|responsib\\w*|evidence(?: of progress)?(?: \\([^)]*\\))?|progress|date concluded(?: by [\\w &]+)?|concluded(?: on)?)\\s*[:–—]\\s*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** All that the paper prints, in its order. */
    public static List<Tracked> in(Paper paper) {
        var reader = new Reader();
        for (int i = 0; i < paper.parts().size(); i++) {
            switch (paper.parts().get(i)) {
                case Paper.Heading it -> reader.heading(it.words(), i);
                case Paper.Line it -> reader.line(it.words(), i);
                case Paper.Grid it -> reader.grid(it, i);
            }
        }
        reader.end();
        return List.copyOf(reader.found);
    }

    private static final class Reader {
        private final List<Tracked> found = new ArrayList<>();
        private @Nullable Tracked open;
        private List<@Nullable Column> columns = List.of();
        private boolean concluding;

        private void heading(String words, int part) {
            var lower = words.toLowerCase(Locale.ROOT);
            if (lower.contains("concluded")) concluding = true;
            else if (lower.matches("(appendix|section|\\d|outstanding|recommendations being|acronym|glossary).*"))
                concluding = false;
            var match = NUMBERED.matcher(words.strip());
            if (match.matches()) begin(match.group(1) == null ? match.group(2) : match.group(1), match.group(3), part);
            else if (lower.matches("(appendix|section|\\d|acronym|glossary|useful acronyms).*")) end();
        }

        private void begin(String number, String words, int part) {
            end();
            open = new Tracked(
                    number.replace(" ", ""), words.strip(), null, null, null, null, List.of(), concluding, false, part);
        }

        private void line(String words, int part) {
            if (words.toLowerCase(Locale.ROOT).matches("(appendix .{0,30}|)concluded recommendations.{0,30}"))
                concluding = true;
            var match = NUMBERED.matcher(words.strip());
            if (match.matches()
                    && (match.group(1) != null || !match.group(3).isBlank())
                    && !match.group(3)
                            .matches(
                                    "(?s)(?:and|to|[–-]|,)\\s*R?\\d.*|(?:was|is|are|were|has|have|moved|scored)\\b.*")) {
                begin(match.group(1) == null ? match.group(2) : match.group(1), match.group(3), part);
                inline();
                return;
            }
            if (open == null) return;
            var keyed = KEYED.matcher(words.strip());
            if (keyed.matches()) put(keyed.group(1), keyed.group(2).strip());
            else evidence(words);
        }

        /** "R05: Train everybody. Target: July 2015. Assessment: 1 – Achieved (Fully)." on one line. */
        private void inline() {
            var it = open;
            if (it == null) return;
            var parts = it.words.split(
                    "(?i)(?:[.;|]|\\s)\\s*(?=(?:target(?: date)?|original date for completion|category|assessment|tracking assessment|responsib\\w*|evidence(?: of progress)?|date concluded)\\s*:)");
            if (parts.length < 2) return;
            open = new Tracked(
                    it.number, parts[0].strip(), null, null, null, null, List.of(), it.concluding, false, it.part);
            for (int i = 1; i < parts.length; i++) {
                var keyed = KEYED.matcher(parts[i].strip());
                if (keyed.matches()) put(keyed.group(1), keyed.group(2).strip().replaceFirst("\\.$", ""));
            }
        }

        private void put(String key, String value) {
            var it = open;
            if (it == null) return;
            var lower = key.toLowerCase(Locale.ROOT);
            if (lower.startsWith("evidence") || lower.startsWith("progress")) evidence(value);
            else if (lower.contains("concluded"))
                open = new Tracked(
                        it.number,
                        it.words,
                        it.responsible,
                        it.target,
                        value,
                        it.assessment,
                        it.evidence,
                        it.concluding,
                        true,
                        it.part);
            else if (lower.matches("category|.*assessment|status"))
                open = new Tracked(
                        it.number,
                        it.words,
                        it.responsible,
                        it.target,
                        it.concluded,
                        value,
                        it.evidence,
                        it.concluding,
                        it.datedColumn,
                        it.part);
            else if (lower.startsWith("responsib"))
                open = new Tracked(
                        it.number,
                        it.words,
                        value,
                        it.target,
                        it.concluded,
                        it.assessment,
                        it.evidence,
                        it.concluding,
                        it.datedColumn,
                        it.part);
            else
                open = new Tracked(
                        it.number,
                        it.words,
                        it.responsible,
                        value,
                        it.concluded,
                        it.assessment,
                        it.evidence,
                        it.concluding,
                        it.datedColumn,
                        it.part);
        }

        private void evidence(String words) {
            var it = open;
            if (it == null || words.isBlank() || words.matches("(?is)evidence of progress.{0,90}")) return;
            var more = new ArrayList<>(it.evidence);
            more.add(words.strip());
            open = new Tracked(
                    it.number,
                    it.words,
                    it.responsible,
                    it.target,
                    it.concluded,
                    it.assessment,
                    more,
                    it.concluding,
                    it.datedColumn,
                    it.part);
        }

        private void grid(Paper.Grid grid, int part) {
            // evidence often runs on in a table of its own, headed only by its own words
            if (grid.rows().stream().noneMatch(this::heads)
                    && (open == null || grid.rows().getFirst().size() > 2 && columns.isEmpty())) columns = List.of();
            for (int i = 0; i < grid.rows().size(); i++) {
                var row = grid.rows().get(i);
                if (heads(row)) {
                    end();
                    columns = Column.ofEach(row);
                    continue;
                }
                var filled = row.stream().filter(cell -> !cell.isBlank()).toList();
                // one cell right above the headings names the theme of what follows
                var theme = filled.size() == 1
                        && i + 1 < grid.rows().size()
                        && heads(grid.rows().get(i + 1));
                if (filled.isEmpty() || theme) continue;
                var number = columns.isEmpty() ? "" : cell(row, Column.NUMBER);
                var words = columns.isEmpty() ? "" : cell(row, Column.WORDS);
                if (number != null && number.matches("(?i)R?\\s?\\d{1,2}\\.?")
                        || number == null && words != null && !words.isBlank() && filled.size() > 1)
                    row(row, number, words, part);
                else if (open != null && filled.size() == 1) evidence(filled.getFirst());
                else if (filled.size() == 1
                        && filled.getFirst().toLowerCase(Locale.ROOT).contains("concluded recommendations"))
                    concluding = true;
            }
        }

        private boolean heads(List<String> row) {
            var read = Column.ofEach(row);
            return read.contains(Column.WORDS)
                    && (read.contains(Column.ASSESSMENT)
                            || read.contains(Column.TARGET)
                            || read.contains(Column.CONCLUDED)
                            || read.contains(Column.RESPONSIBLE));
        }

        private void row(List<String> row, @Nullable String number, @Nullable String words, int part) {
            end();
            var evidence = cell(row, Column.EVIDENCE);
            open = new Tracked(
                    number == null ? "" : number.strip(),
                    words == null ? "" : words,
                    cell(row, Column.RESPONSIBLE),
                    cell(row, Column.TARGET),
                    cell(row, Column.CONCLUDED),
                    cell(row, Column.ASSESSMENT),
                    evidence == null || evidence.isBlank() ? List.of() : List.of(evidence),
                    concluding || columns.contains(Column.CONCLUDED),
                    columns.contains(Column.CONCLUDED),
                    part);
        }

        private @Nullable String cell(List<String> row, Column column) {
            var at = columns.indexOf(column);
            return at < 0 || at >= row.size() ? null : row.get(at);
        }

        private void end() {
            if (open != null) found.add(open);
            open = null;
        }
    }
}
