package lantern.missing.letter;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Document;
import lantern.platform.documents.Numbered;
import org.jspecify.annotations.Nullable;

/** A letter as it was made, when and how it went out, and what came back. */
public record Letter(
        UUID id,
        UUID episode,
        UUID child,
        Kind kind,
        String recipient,
        String subject,
        String words,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable Instant sentAt,
        @Nullable String sentHow,
        @Nullable Instant replyAt,
        @Nullable String replyWords) {

    public enum Kind {
        DIRECTOR("director", "Note to the Executive Director: the child is not found"),
        RESPONSIBLE("responsible-authority", "Tell the responsible authority that the child is missing"),
        PATTERN("pattern", "Ask the responsible authority what it does about a pattern"),
        HOST("host-authority", "Write to the authority in whose area the child is placed");

        public final String code;
        public final String words;

        Kind(String code, String words) {
            this.code = code;
            this.words = words;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No letter is called " + code));
        }
    }

    public String state() {
        if (replyAt != null) return "answered " + London.dateTime(replyAt);
        if (sentAt != null) return "sent " + London.dateTime(sentAt) + ", no reply recorded";
        return "not sent yet";
    }

    Numbered paper() {
        var paragraphs = Stream.of(words.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Paragraph::plain)
                .toList();
        return Numbered.of(Document.of(subject, London.date(madeAt))
                .fact("To", recipient)
                .fact("From", madeBy == null ? "Children's services" : madeBy)
                .fact("Date", London.day(London.date(madeAt)))
                .with(paragraphs));
    }
}
