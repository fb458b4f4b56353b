package lantern.missing.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import lantern.missing.episode.Told;
import lantern.timescales.Happening;
import org.jspecify.annotations.Nullable;

/** One line of an episode's log: what was done, when, in whose words; who was told when somebody was; which line it puts right. */
public record Entry(
        Kind kind,
        @Nullable Told told,
        String words,
        Instant at,
        @Nullable UUID supersedes) {

    public static Entry of(Kind kind, String words, Instant at) {
        return new Entry(kind, null, words, at, null);
    }

    public static Entry informed(Told told, String words, Instant at) {
        return new Entry(Kind.INFORMED, told, words, at, null);
    }

    public static Entry informedOfReturn(Told told, String words, Instant at) {
        return new Entry(Kind.INFORMED_OF_RETURN, told, words, at, null);
    }

    /** The event that tells the clocks; null when no standard waits for this kind of entry. */
    @Nullable
    String event() {
        return told != null && kind == Kind.INFORMED ? told.event : kind.event;
    }

    /** What kinds there are, their words on a page and the event each one is. */
    public enum Kind {
        STEP("step", "Step taken", null),
        INFORMED("informed", "Told that the child is missing", null),
        INFORMED_OF_RETURN("informed-of-return", "Told that the child is back", null),
        STRATEGY_MEETING("strategy-meeting", "Strategy meeting held", Happening.STRATEGY_MEETING_HELD),
        DISCUSSION("discussion", "Multi-agency discussion held", Happening.DISCUSSION_HELD),
        SUPPORT("support", "Support services identified", Happening.SUPPORT_IDENTIFIED),
        CONCERN("concern", "Particular concern raised", Happening.CONCERN_RAISED),
        DUTY_PLAN("duty-plan", "Plan for the duty team", Happening.DUTY_PLAN_RECORDED),
        SAFE_AND_WELL_CHECK("safe-and-well-check", "Safe and well check", null),
        VISIT("visit", "Visit to the child", Happening.VISIT_RECORDED),
        HOST_PROCEDURE("host-procedure", "The host authority's procedure", null);

        public final String code;
        public final String words;
        final @Nullable String event;

        Kind(String code, String words, @Nullable String event) {
            this.code = code;
            this.words = words;
            this.event = event;
        }

        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No entry is of the kind " + code));
        }
    }
}
