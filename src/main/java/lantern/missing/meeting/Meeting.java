package lantern.missing.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantern.missing.log.Entry;
import org.jspecify.annotations.Nullable;

/** A meeting about one episode: called for a time, then held or cancelled. */
public record Meeting(
        UUID id,
        UUID episode,
        UUID child,
        Kind kind,
        Instant calledFor,
        @Nullable String place,
        Instant calledAt,
        @Nullable String calledBy,
        @Nullable Instant heldAt,
        @Nullable String chair,
        @Nullable String discussed,
        @Nullable String cancelledBecause,
        List<Invited> invited,
        List<Decision> decisions) {

    public enum Kind {
        STRATEGY("strategy", "Strategy meeting", Entry.Kind.STRATEGY_MEETING),
        MISSING_STRATEGY("missing-strategy", "Missing-person strategy meeting", Entry.Kind.STRATEGY_MEETING),
        DISCUSSION("discussion", "Multi-agency discussion", Entry.Kind.DISCUSSION);

        public final String code;
        public final String words;
        final Entry.Kind step;

        Kind(String code, String words, Entry.Kind step) {
            this.code = code;
            this.words = words;
            this.step = step;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No meeting is called " + code));
        }
    }

    /** An agency, or a person by name. {@code attendance}: 'attended', 'apologies' or 'absent'; null until the meeting was held. */
    public record Invited(
            UUID id,
            @Nullable UUID agency,
            String who,
            @Nullable String attendance) {}

    public record Decision(
            UUID id,
            String words,
            String owner,
            @Nullable LocalDate due,
            @Nullable LocalDate done,
            @Nullable String doneWords) {}

    Meeting with(@Nullable String calledBy, List<Invited> invited, List<Decision> decisions) {
        return new Meeting(
                id,
                episode,
                child,
                kind,
                calledFor,
                place,
                calledAt,
                calledBy,
                heldAt,
                chair,
                discussed,
                cancelledBecause,
                invited,
                decisions);
    }

    public boolean open() {
        return heldAt == null && cancelledBecause == null;
    }
}
