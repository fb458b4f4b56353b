package lantern.intake.triage;

import java.util.Arrays;
import java.util.Locale;
import lantern.platform.Refused;
import lantern.timescales.Happening;

/** What was done about a notification itself, when no episode carries it. Each meets the clock that asks for it. */
public enum Response {
    WORKER_INFORMED("The allocated worker was told", Happening.WORKER_INFORMED),
    STRATEGY_MEETING("A strategy meeting was held", Happening.STRATEGY_MEETING_HELD),
    DISCUSSION("A multi-agency discussion was held", Happening.DISCUSSION_HELD),
    SUPPORT("Support services were identified", Happening.SUPPORT_IDENTIFIED);

    public final String words;
    final String event;

    Response(String words, String event) {
        this.words = words;
        this.event = event;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Response of(String code) {
        return Arrays.stream(values())
                .filter(response -> response.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose what was done", "response"));
    }
}
