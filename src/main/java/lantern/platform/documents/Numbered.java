package lantern.platform.documents;

import java.util.ArrayList;
import java.util.List;
import lantern.platform.documents.Block.Bullets;
import lantern.platform.documents.Block.Figure;
import lantern.platform.documents.Block.Kind;
import lantern.platform.documents.Block.Note;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A document with every number worked out: what all writers write. Sections count 1, 2, 3, paragraphs 1.1, 1.2, appendices
 * Appendix 1 with A1.1, tables and figures through the whole paper. Exempt parts are counted and left out, so that the same
 * paragraph has the same number for members and for the public.
 */
public record Numbered(Document document, List<Line> lines) {
    /** Paragraph 1 of Part 1 of Schedule 12A to the Local Government Act 1972 and the like: said instead of the part. */
    private static final String EXEMPT = "Not for publication: ";

    public sealed interface Line {}

    /** Level 2 stands under the title. */
    public record Heading(int level, String number, String words, String id) implements Line {
        public String full() {
            return number.isEmpty()
                    ? words
                    : number.startsWith("Appendix") ? number + ": " + words : number + " " + words;
        }
    }

    /** A number, or none. */
    public record Numbering(String number, String words) implements Line {}

    public record Listed(List<String> items, boolean lettered) implements Line {
        public String mark(int item) {
            return lettered ? (char) ('a' + item) + ")" : "•";
        }
    }

    public record Tabled(String number, Table table) implements Line {
        public String caption() {
            return number + ": " + table.caption();
        }
    }

    /** The twin is captioned as the figure's data and counts as no table of its own. */
    public record Drawn(String number, Figure figure) implements Line {
        public String caption() {
            return number + ": " + figure.caption();
        }

        public Tabled twin() {
            return new Tabled(number + " data", figure.graphic().table(figure.caption()));
        }
    }

    public record Noted(String words) implements Line {}

    public static Numbered of(Document document) {
        var counting = new Counting(document.reader() == Reader.PUBLIC);
        for (var block : document.blocks()) counting.block(block, "", 2, true);
        var numbered = new Numbered(document, List.copyOf(counting.lines));
        if (document.reader() == Reader.PUBLIC) Publishable.check(numbered);
        return numbered;
    }

    public List<Heading> headings() {
        return lines.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .toList();
    }

    /** Every table of the paper, those behind figures included, in its order. */
    public List<Tabled> tables() {
        return lines.stream()
                .<@Nullable Tabled>map(
                        line -> line instanceof Tabled table ? table : line instanceof Drawn d ? d.twin() : null)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static final class Counting {
        private final boolean open;
        private final List<Line> lines = new ArrayList<>();
        private int sections;
        private int appendices;
        private int tables;
        private int figures;
        private int ids;
        private int paragraphs;

        private Counting(boolean open) {
            this.open = open;
        }

        private void block(Block block, String prefix, int level, boolean shown) {
            switch (block) {
                case Section section -> section(section, prefix, level, shown);
                case Paragraph it -> {
                    var number = it.numbered() ? (prefix.isEmpty() ? "" : prefix + ".") + ++paragraphs : "";
                    if (it.exempt() != null && open) add(shown, new Numbering(number, EXEMPT + it.exempt()));
                    else add(shown, new Numbering(number, it.words()));
                }
                case Bullets it -> add(shown, new Listed(it.items(), it.lettered()));
                case Table it -> add(shown, new Tabled("Table " + ++tables, it));
                case Figure it -> add(shown, new Drawn("Figure " + ++figures, it));
                case Note it -> add(shown, new Noted(it.words()));
            }
        }

        private void section(Section section, String prefix, int level, boolean shown) {
            if (level > 6) throw new IllegalArgumentException("Sections go five deep at most");
            var outer = paragraphs;
            var number = "";
            var inside = prefix;
            switch (section.kind()) {
                case NUMBERED -> {
                    number = prefix.isEmpty() ? String.valueOf(++sections) : prefix + "." + ++outer;
                    inside = number;
                }
                case APPENDIX -> {
                    number = "Appendix " + ++appendices;
                    inside = "A" + appendices;
                }
                case PLAIN -> {}
            }
            // A plain heading inside a numbered section does not start its paragraphs again.
            if (section.kind() != Kind.PLAIN) paragraphs = 0;
            var hidden = section.exempt() != null && open;
            var words = hidden ? EXEMPT + section.exempt() : section.heading();
            add(shown, new Heading(level, number, words, "part-" + ++ids));
            for (var block : section.blocks()) block(block, inside, level + 1, shown && !hidden);
            if (section.kind() != Kind.PLAIN) paragraphs = outer;
        }

        private void add(boolean shown, Line line) {
            if (shown) lines.add(line);
        }
    }
}
