package lantern.missing.feedback;

import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/** To whom a feedback form goes (practice guidance v0.6, February 2016, paper 002). */
enum Whom {
    SOCIAL_WORKER("social-worker", "The child's social worker", "social worker", null),
    SCHOOL("school", "The school's safeguarding lead", "school", "education"),
    HOME("home", "The home or the carers", "home or carers", null),
    POLICE("police", "The police locate team", "police", "police"),
    OTHER("other", "Somebody else", "recipient", null);

    final String code;
    final String words;
    final String briefly;
    /** The kind of agency that reads its copy in Lantern. */
    final @Nullable String agencyKind;

    Whom(String code, String words, String briefly, @Nullable String agencyKind) {
        this.code = code;
        this.words = words;
        this.briefly = briefly;
        this.agencyKind = agencyKind;
    }

    static Whom of(String code) {
        for (var each : values()) if (each.code.equals(code)) return each;
        throw Refused.notFound();
    }
}
