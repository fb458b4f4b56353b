package lantern.platform.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A paper before it is written out. Its reader decides what of it exists: for the public, exempt parts are left out of the
 * numbered document itself, so no format can hide them badly.
 */
public record Document(
        String title, String language, LocalDate date, Reader reader, List<Fact> facts, List<Block> blocks) {
    public enum Reader {
        MEMBERS,
        PUBLIC
    }

    /** A line of the paper's head: who reports, to whom, when. */
    public record Fact(String name, String words) {}

    public Document {
        if (title.isBlank()) throw new IllegalArgumentException("A document has a title");
        if (!language.matches("[a-z]{2}(-[A-Z]{2})?")) throw new IllegalArgumentException("A document has a language");
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    public static Document of(String title, LocalDate date) {
        return new Document(title, "en-GB", date, Reader.MEMBERS, List.of(), List.of());
    }

    public Document fact(String name, String words) {
        var more = new ArrayList<>(facts);
        more.add(new Fact(name, words));
        return new Document(title, language, date, reader, more, blocks);
    }

    public Document with(Block... more) {
        return with(List.of(more));
    }

    public Document with(List<? extends Block> more) {
        var all = new ArrayList<>(blocks);
        all.addAll(more);
        return new Document(title, language, date, reader, facts, all);
    }

    public Document forThe(Reader reader) {
        return new Document(title, language, date, reader, facts, blocks);
    }
}
