package lantern.missing.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.calendar.London;
import lantern.platform.documents.Block;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;
import org.jspecify.annotations.Nullable;

/** A copy of the form as a paper: the same words on the page, in Word and as PDF. */
final class FeedbackPaper {
    private FeedbackPaper() {}

    /** @param withoutWhatWasSaid the reader may not read what the child said, which the copy holds for others */
    static Document of(Copy copy, List<Copy.Part> parts, boolean withoutWhatWasSaid, @Nullable String sender) {
        var blocks = new ArrayList<Block>();
        var withheld = new ArrayList<String>();
        for (var part : parts) {
            if (part.withheld() != null) {
                withheld.add(part.heading());
                continue;
            }
            var table = Block.Table.of(part.heading()).column("About", 1).column("What is recorded", 3);
            for (var line : part.lines()) table = table.row(Value.of(line.label()), Value.of(line.text()));
            blocks.add(Block.Section.plain(part.heading(), List.of(table)));
        }
        if (withoutWhatWasSaid && copy.whom() == Whom.SOCIAL_WORKER) withheld.add("What the child said");
        if (!withheld.isEmpty())
            blocks.add(Block.Section.plain("Withheld from this copy", List.of(new Block.Bullets(withheld, false))));
        blocks.add(
                new Block.Note(
                        "This copy is for " + copy.recipient()
                                + " only. Keep it with the child's record, do not pass it on, and do not show it to anybody whom the child speaks of."));
        return Document.of("Feedback after a return interview", London.date(copy.sentAt()))
                .fact("For", copy.recipient() + ": " + copy.whom().words.toLowerCase(java.util.Locale.ROOT))
                .fact("Sent", London.dateTime(copy.sentAt()) + ", " + copy.howInWords())
                .fact("From", Objects.requireNonNullElse(sender, "The provider of return interviews"))
                .with(blocks);
    }
}
