package lantern.missing.episode;

import java.util.Arrays;

/** What practice says to consider when an episode is reviewed (practice guidance v0.6, February 2016). */
public enum Considered {
    EARLY_REVIEW("early-review", "An early review of the child's plan"),
    OTHER_PLACEMENT("other-placement", "Whether this placement is right for the child"),
    TELL_CARERS("tell-carers", "Sharing what was learnt with the carers"),
    TELL_POLICE("tell-police", "Passing intelligence to the police"),
    INTENSIVE_SUPPORT("intensive-support", "Intensive support, where the child is missing again and again"),
    SCREENING("screening", "Screening for exploitation");

    public final String code;
    private final String words;

    Considered(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static Considered of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing to consider is called " + code));
    }
}
