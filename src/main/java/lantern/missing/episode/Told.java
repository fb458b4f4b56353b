package lantern.missing.episode;

import java.util.Arrays;
import lantern.timescales.Happening;
import org.jspecify.annotations.Nullable;

/** Whom practice says to tell that a child is missing (practice guidance v0.6, February 2016), and the clock that telling them meets. */
public enum Told {
    PARENTS("parents", "parents", null),
    CARERS("carers", "carers", null),
    SOCIAL_WORKER("social-worker", "social worker", Happening.WORKER_INFORMED),
    DUTY_TEAM("duty-team", "out-of-hours duty team", null),
    REVIEWING_OFFICER("reviewing-officer", "independent reviewing officer", Happening.IRO_INFORMED),
    HEAD_OF_SERVICE("head-of-service", "Head of Service", null),
    EXECUTIVE_DIRECTOR("executive-director", "Executive Director", Happening.DIRECTOR_INFORMED),
    POLICE("police", "police", Happening.POLICE_INFORMED),
    OTHER_AGENCY("other-agency", "other agency", null),
    OTHER_AUTHORITY("other-authority", "other authority", null);

    public final String code;
    public final String words;
    public final @Nullable String event;

    Told(String code, String words, @Nullable String event) {
        this.code = code;
        this.words = words;
        this.event = event;
    }

    public static Told of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + code));
    }
}
