package lantern.intake.triage;

import java.util.Arrays;
import java.util.Locale;
import lantern.platform.Refused;
import lantern.timescales.Happening;

/** The hub's ratings (practice guidance v0.6, "Child unknown / closed case"), each with what it asks for. The limit in force stands on its clock. */
public enum Rating {
    RED("Red", Happening.TRIAGED_RED, "A strategy meeting must be held. The guidance gives 4 hours."),
    AMBER("Amber", Happening.TRIAGED_AMBER, "A multi-agency discussion must be held. The guidance gives 24 hours."),
    GREEN("Green", Happening.TRIAGED_GREEN, "Support services are identified. The guidance gives no limit."),
    NO_ACTION("No further action", Happening.NO_FURTHER_ACTION, "No clock starts. Say why nothing needs to be done.");

    public final String words;
    public final String asksFor;
    final String event;

    Rating(String words, String event, String asksFor) {
        this.words = words;
        this.event = event;
        this.asksFor = asksFor;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Rating of(String code) {
        return Arrays.stream(values())
                .filter(rating -> rating.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose Red, Amber, Green or no further action", "rating"));
    }

    /** Any rating as people say it, also those that Lantern gives by rule. */
    public static String words(String code) {
        return switch (code) {
            case "worker-told" -> "Allocated worker told, no referral";
            case "intelligence-only" -> "Intelligence only, no referral";
            default -> of(code).words;
        };
    }

    /** The colour of the tag beside the word. */
    public static String colour(String code) {
        return switch (code) {
            case "red" -> "red";
            case "amber" -> "orange";
            case "green" -> "green";
            default -> "grey";
        };
    }
}
