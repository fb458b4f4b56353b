package lantern.missing.letter;

import lantern.calendar.London;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Page;
import lantern.platform.web.components.SummaryList;

/** One letter as it was made, with what became of it. */
public record LetterPage(Letter letter, Numbered paper, boolean mayWrite) implements Page {
    @Override
    public String title() {
        return letter.subject();
    }

    @Override
    public String back() {
        return "/missing/episodes/" + letter.episode();
    }

    public String path(String noun) {
        return "/missing/letters/" + letter.id() + "/" + noun;
    }

    public SummaryList state() {
        return SummaryList.of()
                .row(
                        "Made",
                        London.dateTime(letter.madeAt()) + (letter.madeBy() == null ? "" : " by " + letter.madeBy()))
                .row(
                        "Sent",
                        letter.sentAt() == null
                                ? "Not yet"
                                : London.dateTime(letter.sentAt()) + ", " + letter.sentHow())
                .row(
                        "Reply",
                        letter.replyAt() == null
                                ? null
                                : London.dateTime(letter.replyAt()) + ": " + letter.replyWords());
    }
}
