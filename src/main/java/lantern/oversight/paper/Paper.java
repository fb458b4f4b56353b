package lantern.oversight.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lantern.oversight.dates.Written;
import org.jspecify.annotations.Nullable;

/** A paper in reading order. A table's cells keep their line feeds. */
public record Paper(List<Part> parts) {
    public sealed interface Part {}

    public record Heading(String words) implements Part {}

    /** A paragraph, or one item of a list. */
    public record Line(String words, boolean item) implements Part {}

    /** Rows of as many cells as the widest has; the first may be headings. */
    public record Grid(List<List<String>> rows) implements Part {}

    /** A sentence with the place it stands in, so that a rule can tell what is near. */
    public record Sentence(String words, int part, String section) {
        public String lower() {
            return words.toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern END = Pattern.compile("(?<=[.!?][”\"')]?)\\s+(?=[A-Z0-9“\"(£])");
    private static final Pattern DATED = Pattern.compile(
            "(?i)^(?:date|date of (?:meeting|report)|meeting date|date to be considered)\\s*[:|\\t]\\s*(.+)$");

    /** The paper's own date: its date line, else the first exact date of its first lines; null when it has none. */
    public @Nullable LocalDate dated() {
        var heads = heads();
        for (var line : heads) {
            var match = DATED.matcher(line.strip());
            if (match.matches() && !Written.in(match.group(1)).isEmpty())
                return Written.in(match.group(1)).getFirst().until();
        }
        for (var line : heads) {
            if (line.toLowerCase(Locale.ROOT)
                    .matches(".*(approved|last tracked|updated on|received|target|completion).*")) continue;
            for (var date : Written.in(line)) if (date.precision() == Written.Precision.DAY) return date.from();
        }
        return null;
    }

    private List<String> heads() {
        var heads = new ArrayList<String>();
        for (var part : parts) {
            switch (part) {
                case Heading it -> heads.add(it.words());
                case Line it -> {
                    if (it.words().length() < 160) heads.add(it.words());
                }
                case Grid it ->
                    it.rows().stream()
                            .filter(row ->
                                    row.stream().filter(cell -> !cell.isBlank()).count() == 2)
                            .map(row -> String.join(
                                    ": ",
                                    row.stream()
                                            .filter(cell -> !cell.isBlank())
                                            .map(cell -> cell.replaceFirst(":\\s*$", ""))
                                            .toList()))
                            .forEach(heads::add);
            }
            if (heads.size() > 20) break;
        }
        return heads;
    }

    /** Every sentence of its text; a table's row is one sentence. */
    public List<Sentence> sentences() {
        var sentences = new ArrayList<Sentence>();
        var section = "";
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Heading it -> {
                    section = it.words();
                    sentences.add(new Sentence(it.words(), i, section));
                }
                case Line it -> {
                    for (var words : split(it.words())) sentences.add(new Sentence(words, i, section));
                }
                case Grid it -> {
                    for (var row : it.rows()) {
                        var words = String.join(
                                " | ",
                                row.stream()
                                        .map(cell ->
                                                cell.replaceAll("\\s+", " ").strip())
                                        .toList());
                        if (!words.replaceAll("[ |]", "").isEmpty()) sentences.add(new Sentence(words, i, section));
                    }
                }
            }
        }
        return sentences;
    }

    public static List<String> split(String words) {
        var sentences = new ArrayList<String>();
        for (var each : END.split(words)) {
            // "No. 5", "e.g. this" and initials end no sentence
            if (!sentences.isEmpty()
                    && sentences
                            .getLast()
                            .matches("(?s).*\\b(No|Nos|St|Dr|Mr|Mrs|Ms|Cllr|approx|e\\.g|i\\.e|etc|[A-Z])\\.$"))
                sentences.set(sentences.size() - 1, sentences.getLast() + " " + each);
            else if (!each.isBlank()) sentences.add(each.strip());
        }
        return sentences;
    }

    public List<Grid> grids() {
        return parts.stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .toList();
    }

    /** All of its words, for rules that ask whether something is said anywhere. */
    public String text() {
        var text = new StringBuilder();
        for (var sentence : sentences()) text.append(sentence.words()).append('\n');
        return text.toString();
    }
}
