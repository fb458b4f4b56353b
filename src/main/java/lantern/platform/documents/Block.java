package lantern.platform.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of a document, in reading order. What is exempt carries the reason, and never reaches a public reader. */
public sealed interface Block {
    enum Kind {
        NUMBERED,
        APPENDIX,
        PLAIN
    }

    /** A heading with what stands under it; sections inside sections are a level deeper. */
    record Section(
            String heading,
            Kind kind,
            List<Block> blocks,
            @Nullable String exempt) implements Block {
        public Section {
            if (heading.isBlank()) throw new IllegalArgumentException("A section has a heading");
            blocks = List.copyOf(blocks);
        }

        public static Section of(String heading, List<? extends Block> blocks) {
            return new Section(heading, Kind.NUMBERED, List.copyOf(blocks), null);
        }

        public static Section appendix(String heading, List<? extends Block> blocks) {
            return new Section(heading, Kind.APPENDIX, List.copyOf(blocks), null);
        }

        public static Section plain(String heading, List<? extends Block> blocks) {
            return new Section(heading, Kind.PLAIN, List.copyOf(blocks), null);
        }

        public Section exempt(String reason) {
            return new Section(heading, kind, blocks, reason);
        }
    }

    record Paragraph(
            String words, boolean numbered, @Nullable String exempt) implements Block {
        public static Paragraph of(String words) {
            return new Paragraph(words, true, null);
        }

        public static Paragraph plain(String words) {
            return new Paragraph(words, false, null);
        }

        public Paragraph exempt(String reason) {
            return new Paragraph(words, numbered, reason);
        }
    }

    /** Items with a dot, or with letters that other papers refer to. */
    record Bullets(List<String> items, boolean lettered) implements Block {
        public Bullets {
            if (items.isEmpty()) throw new IllegalArgumentException("A list has items");
            items = List.copyOf(items);
        }
    }

    /** Small print under what stands above it. */
    record Note(String words) implements Block {}

    /** A graphic, their message in one sentence (also the alternative text), and the table it is drawn from. */
    record Figure(String caption, String message, Graphic graphic) implements Block {
        public Figure {
            if (caption.isBlank() || message.isBlank())
                throw new IllegalArgumentException("A figure has a caption and says its message in words");
        }
    }

    /** @param share how wide the column is beside the others */
    record Column(String heading, boolean number, int share) {}

    /** Every table has a caption and a heading for each column. The first cell of a row is its heading. */
    record Table(String caption, List<Column> columns, List<List<Value>> rows) implements Block {
        public Table {
            if (caption.isBlank()) throw new IllegalArgumentException("A table has a caption");
            for (var column : columns)
                if (column.heading().isBlank()) throw new IllegalArgumentException("Every column has a heading");
            for (var row : rows)
                if (row.size() != columns.size())
                    throw new IllegalArgumentException("Every row has a cell for every column: " + caption);
            rows = List.copyOf(rows);
        }

        public static Table of(String caption) {
            return new Table(caption, List.of(), List.of());
        }

        public Table column(String heading) {
            return column(heading, 2);
        }

        public Table column(String heading, int share) {
            return with(new Column(heading, false, share));
        }

        public Table number(String heading) {
            return with(new Column(heading, true, 1));
        }

        private Table with(Column column) {
            var more = new ArrayList<>(columns);
            more.add(column);
            return new Table(caption, more, rows);
        }

        public Table row(List<Value> row) {
            var more = new ArrayList<>(rows);
            more.add(List.copyOf(row));
            return new Table(caption, columns, more);
        }

        public Table row(Value... row) {
            return row(List.of(row));
        }
    }
}
