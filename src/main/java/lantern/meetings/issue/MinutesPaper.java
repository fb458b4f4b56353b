package lantern.meetings.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.calendar.London;
import lantern.platform.documents.Block;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;

/** A copy of the minutes as a paper: the same words on the page, in Word and as PDF. */
final class MinutesPaper {
    private MinutesPaper() {}

    static Document of(MinutesCopies.Copy copy, List<Composed> parts, String child, @Nullable String issuedBy) {
        var blocks = new ArrayList<Block>();
        var withheld = new ArrayList<String>();
        var changed = copy.changed();
        if (changed != null) blocks.add(Block.Section.plain("What was changed", lines(changed)));
        for (var part : parts) {
            if (part.withheld() != null) withheld.add(part.heading());
            else blocks.add(section(part));
        }
        if (!withheld.isEmpty())
            blocks.add(Block.Section.plain(
                    "Withheld from this copy",
                    List.of(
                            Block.Paragraph.plain("These parts were written and are not in this copy:"),
                            new Block.Bullets(withheld, false))));
        blocks.add(
                new Block.Note(
                        "This copy is for " + copy.recipient()
                                + " only. Keep it with the child's record and do not pass it on: others who came have a copy of their own, with what they may read."));
        var paper = Document.of(
                        "Minutes: " + copy.kind().words + ", " + London.day(London.date(copy.startsAt())),
                        London.date(copy.startsAt()))
                .fact("Child", child)
                .fact("For", copy.recipient())
                .fact("Version", copy.version() == 1 ? "1" : copy.version() + ", corrected")
                .fact("Issued", London.dateTime(copy.issuedAt()))
                .fact("Issued by", Objects.requireNonNullElse(issuedBy, "Children's services"));
        if (!withheld.isEmpty())
            paper = paper.fact("Withheld", Words.many(withheld.size(), "part") + ", named at the end");
        return paper.with(blocks);
    }

    private static List<Block> lines(String words) {
        return words.lines()
                .filter(each -> !each.isBlank())
                .<Block>map(each -> Block.Paragraph.plain(each.strip()))
                .toList();
    }

    private static Block section(Composed part) {
        return switch (part.code()) {
            case "attendance" -> Block.Section.plain(part.heading(), List.of(attendance(part)));
            case "actions" -> Block.Section.plain(part.heading(), List.of(actions(part)));
            default -> Block.Section.plain(part.heading(), paragraphs(part));
        };
    }

    private static Block attendance(Composed part) {
        var table = Block.Table.of("Who was invited").column("Who", 4).column("Came", 2);
        for (var line : part.lines()) table = table.row(Value.of(line.label()), Value.of(line.text()));
        return table;
    }

    private static Block actions(Composed part) {
        var table = Block.Table.of("What is agreed").column("What", 4).column("Who, by when", 3);
        for (var line : part.lines()) table = table.row(Value.of(line.text()), Value.of(line.label()));
        return table;
    }

    private static List<Block> paragraphs(Composed part) {
        var paragraphs = new ArrayList<Block>();
        for (var line : part.lines())
            line.text().lines().filter(each -> !each.isBlank()).forEach(each -> {
                var after = line.label().endsWith("?") ? " " : ": ";
                paragraphs.add(Block.Paragraph.plain(
                        line.label().isEmpty() ? each.strip() : line.label() + after + each.strip()));
            });
        return paragraphs;
    }
}
