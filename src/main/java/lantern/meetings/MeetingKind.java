package lantern.meetings;

import java.util.Arrays;
import java.util.List;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import org.jspecify.annotations.Nullable;

/** The meetings that several agencies hold about children, with who is invited unless somebody decides otherwise (papers 002 and 004). */
public enum MeetingKind {
    MASE("mase", "MASE meeting", Happening.MASE_HELD, 60),
    STRATEGY("strategy", "Strategy meeting", Happening.STRATEGY_MEETING_HELD, 60),
    MISSING_STRATEGY("missing-strategy", "Missing-person strategy meeting", Happening.STRATEGY_MEETING_HELD, 60),
    DISCUSSION("discussion", "Multi-agency discussion", Happening.DISCUSSION_HELD, 30),
    EXPLOITATION_GROUP("exploitation-group", "Exploitation operational group", null, 120),
    MISSING_GROUP("missing-group", "Missing operational group", null, 120),
    MAPPING("mapping", "Group mapping meeting", null, 120);

    public final String code;
    public final String words;
    /** What holding it means to the clocks of its subject. */
    public final @Nullable String event;
    /** How long it usually takes. */
    public final int minutes;

    MeetingKind(String code, String words, @Nullable String event, int minutes) {
        this.code = code;
        this.words = words;
        this.event = event;
        this.minutes = minutes;
    }

    /** @throws Refused for a code that is none */
    public static MeetingKind of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("Say which meeting it is", "kind"));
    }

    /** Who is proposed on the form. */
    public List<Part> usually() {
        return switch (this) {
            case MASE ->
                List.of(
                        Part.COORDINATOR,
                        Part.POLICE,
                        Part.HEALTH,
                        Part.WORKER,
                        Part.MANAGER,
                        Part.SCHOOL,
                        Part.PROVIDER);
            case STRATEGY, MISSING_STRATEGY -> List.of(Part.POLICE, Part.HEALTH, Part.WORKER, Part.MANAGER);
            case DISCUSSION -> List.of(Part.POLICE, Part.HEALTH, Part.WORKER);
            case EXPLOITATION_GROUP, MAPPING -> List.of(Part.COORDINATOR, Part.POLICE);
            case MISSING_GROUP -> List.of(Part.COORDINATOR, Part.POLICE, Part.PROVIDER);
        };
    }

    /** As what somebody takes part. */
    public enum Part {
        CHAIR("chair", "Chair", null),
        COORDINATOR("co-ordinator", "Exploitation co-ordinator", null),
        POLICE("police", "Police", "police"),
        HEALTH("health", "Health, designated lead", "health"),
        WORKER("worker", "Allocated worker", null),
        MANAGER("manager", "The worker's manager", null),
        SCHOOL("school", "School or education", "education"),
        PROVIDER("provider", "Provider of return interviews", "returns"),
        SERVICE("service", "A service that works with the child", null),
        OTHER("other", "Somebody else", null);

        public final String code;
        public final String words;
        /** The kind of agency that comes as this; null for people. */
        public final @Nullable String agencyKind;

        Part(String code, String words, @Nullable String agencyKind) {
            this.code = code;
            this.words = words;
            this.agencyKind = agencyKind;
        }

        public static Part of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new Refused("Say as what they come", "part"));
        }
    }
}
