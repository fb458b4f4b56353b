package lantern.missing.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.calendar.London;
import lantern.platform.documents.Block;
import lantern.platform.documents.Document;
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
            blocks.add(Block.Section.plain(
                    part.heading(), part.code().equals(FeedbackForm.SAID) ? told(part) : facts(part)));
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

    private static List<Block> facts(Copy.Part part) {
        var facts = new ArrayList<Block>();
        for (var line : part.lines()) facts.add(Block.Paragraph.plain(line.label() + ": " + line.text()));
        return facts;
    }

    /** Each answer under a heading of its own, so that a long account can be found again. */
    private static List<Block> told(Copy.Part part) {
        var told = new ArrayList<Block>();
        for (var line : part.lines())
            told.add(Block.Section.plain(line.label(), List.of(Block.Paragraph.plain(line.text()))));
        return told;
    }
}
