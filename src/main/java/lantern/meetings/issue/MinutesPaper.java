package lantern.meetings.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.calendar.London;
import lantern.platform.documents.Block;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;
import org.jspecify.annotations.Nullable;

/** A copy of the minutes as a paper: the same words on the page, in Word and as PDF. */
final class MinutesPaper {
    private MinutesPaper() {}

    static Document of(MinutesCopies.Copy copy, List<Composed> parts, String child, @Nullable String issuedBy) {
        var blocks = new ArrayList<Block>();
        var withheld = new ArrayList<String>();
        for (var part : parts) {
            if (part.withheld() != null) withheld.add(part.heading());
            else blocks.add(section(part));
        }
        if (!withheld.isEmpty())
            blocks.add(Block.Section.plain("Withheld from this copy", List.of(new Block.Bullets(withheld, false))));
        blocks.add(
                new Block.Note(
                        "This copy is for " + copy.recipient()
                                + " only. Keep it with the child's record and do not pass it on: others who came have a copy of their own, with what they may read."));
        return Document.of("Minutes: " + copy.kind().words, London.date(copy.startsAt()))
                .fact("About", child)
                .fact("For", copy.recipient())
                .fact("Issued", London.dateTime(copy.issuedAt()))
                .fact("By", Objects.requireNonNullElse(issuedBy, "Children's services"))
                .with(blocks);
    }

    private static Block section(Composed part) {
        return switch (part.code()) {
            case "attendance" -> Block.Section.plain(part.heading(), List.of(table(part, "Who came", "Who", "Came")));
            case "actions" ->
                Block.Section.plain(part.heading(), List.of(table(part, "Actions", "Who, by when", "What")));
            default -> Block.Section.plain(part.heading(), paragraphs(part));
        };
    }

    private static Block table(Composed part, String caption, String first, String second) {
        var table = Block.Table.of(caption).column(first).column(second, 3);
        for (var line : part.lines()) table = table.row(Value.of(line.label()), Value.of(line.text()));
        return table;
    }

    private static List<Block> paragraphs(Composed part) {
        var paragraphs = new ArrayList<Block>();
        for (var line : part.lines())
            line.text().lines().filter(each -> !each.isBlank()).forEach(each -> {
                var words = line.label().isEmpty() ? each.strip() : line.label() + ": " + each.strip();
                paragraphs.add(Block.Paragraph.plain(words));
            });
        return paragraphs;
    }
}
