package lantern.missing.contact;

import java.util.Map;
import lantern.missing.interview.Ratings;

/** Why an interview was not held, and what came of an attempt: codes that are counted, with their words. */
public final class Reasons {
    private Reasons() {}

    public static final Map<String, String> OUTCOMES = Ratings.words(
            "declined", "The child declined",
            "could-not-be-done", "It could not be done",
            "not-offered", "It was not offered",
            "covered-by-another", "Another interview covers it");

    public static final Map<String, String> WHY = Ratings.words(
            "nothing-to-say", "Says there is nothing to talk about",
            "talks-to-somebody-else", "Talks to somebody else they trust",
            "does-not-trust", "Does not trust who would hold it",
            "parent-or-carer-refused", "A parent or carer refused",
            "not-reached", "Could not be reached",
            "moved-away", "Moved away",
            "missing-again", "Missing again",
            "in-hospital-or-custody", "In hospital or in custody",
            "no-interviewer", "Nobody was free to hold it",
            "told-too-late", "The referral came too late",
            "over-eighteen", "Is 18 or older now",
            "other", "Another reason");

    public static final Map<String, String> RESULTS = Ratings.words(
            "no-answer", "No answer",
            "message-left", "Left a message",
            "spoke-to-child", "Spoke with the child",
            "spoke-to-carer", "Spoke with a parent or carer",
            "asked-to-ring-later", "Was asked to ring later",
            "not-at-the-address", "Nobody at the address");
}
