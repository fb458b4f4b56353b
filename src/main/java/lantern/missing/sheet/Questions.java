package lantern.missing.sheet;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lantern.missing.interview.Ratings;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.MomentInput;

/** What is asked in a return interview, in the order of a conversation: before, while away, coming back. */
final class Questions {
    static final Map<String, String> METHODS =
            Ratings.words("face-to-face", "Face to face", "telephone", "By telephone", "video", "By video");
    static final Map<String, String> CONSENT = Ratings.words(
            "agreed", "The child agreed",
            "agreed-in-part", "Agreed to some of it",
            "did-not-agree", "Did not agree",
            "not-asked", "Was not asked");
    static final Map<String, String> SUPPORT = Ratings.words(
            "referred", "Referred for intensive support",
            "has-a-service", "Another service supports the child already",
            "offered-and-declined", "Offered, and the child declined",
            "not-needed", "Considered, and not needed",
            "not-considered", "Not considered");

    /** Names of the boxes of words to the columns that keep them. */
    static final Map<String, String> WORDS = Ratings.words(
            "stayed-where", "stayed_where",
            "stayed-with", "stayed_with",
            "travel", "travel",
            "money", "money",
            "harm", "harm",
            "substances", "substances",
            "online", "online",
            "help", "would_help",
            "strengths", "strengths",
            "worries", "worries",
            "told-about-sharing", "told_about_sharing",
            "support-why", "intensive_support_why",
            "onward", "onward");

    /** Names of the boxes of what was named to the kind that is kept. */
    static final Map<String, String> NAMED =
            Ratings.words("named-places", "place", "named-people", "person", "named-things", "thing");

    private static final Set<String> NAMES = Set.of(
            "happened-at-day",
            "happened-at-month",
            "happened-at-year",
            "happened-at-time",
            "where",
            "by",
            "independent",
            "method",
            "minutes",
            "present",
            "before",
            "during",
            "after",
            "own-words",
            "recommendations",
            "push",
            "pull",
            "consent",
            "support",
            "for-school",
            "for-home",
            "for-police",
            "named-places",
            "named-people",
            "named-things");
    private static final Pattern NAME = Pattern.compile("[a-z-]{1,40}");

    private Questions() {}

    /** What belongs to the form, of whatever was posted. */
    static Map<String, List<String>> own(Map<String, List<String>> posted) {
        var own = new LinkedHashMap<String, List<String>>();
        posted.forEach((name, values) -> {
            if (NAME.matcher(name).matches() && (NAMES.contains(name) || WORDS.containsKey(name)))
                own.put(name, values);
        });
        return own;
    }

    /** A part of the page. */
    record Part(String id, String heading, List<Content> questions) {}

    static List<Part> of(Form form, String persistent) {
        return List.of(
                new Part("meeting", "The meeting", meeting(form)),
                new Part(
                        "before",
                        "Before",
                        List.of(
                                words("before", "Before: what led up to it", form),
                                some("push", "What pushed the child away?", form))),
                new Part(
                        "away",
                        "While the child was away",
                        List.of(
                                words("during", "During: where, with whom, what happened", form),
                                some("pull", "What drew the child?", form),
                                words("stayed-where", "Where did they stay?", form),
                                words("stayed-with", "Who were they with?", form),
                                words("travel", "How did they travel, and who paid?", form),
                                words("money", "Money, food, gifts or a phone: from whom?", form),
                                words("harm", "Were they hurt or frightened?", form),
                                words("substances", "Alcohol, drugs or tobacco", form),
                                words("online", "Contact online: with whom, on what?", form),
                                named("named-places", "Places that were named, one on each line (optional)", form),
                                named("named-people", "People who were named, one on each line (optional)", form),
                                named(
                                        "named-things",
                                        "Vehicles, phones and accounts that were named, one on each line (optional)",
                                        form))),
                new Part(
                        "back",
                        "Coming back",
                        List.of(
                                words("after", "After: coming back", form),
                                words("own-words", "In the child's own words", form),
                                words("strengths", "What is going well, and whom they trust", form),
                                words("worries", "What worries them or you", form),
                                words("help", "What the child says would make a difference", form))),
                new Part(
                        "sharing",
                        "Sharing",
                        List.of(
                                Radios.of("consent", "Did the child agree to what you will pass on?")
                                        .items(CONSENT)
                                        .from(form),
                                words(
                                        "told-about-sharing",
                                        "What you told the child about who reads this, and why",
                                        form))),
                new Part("next", "What happens next", next(form, persistent)));
    }

    private static List<Content> meeting(Form form) {
        var all = new ArrayList<Content>(MomentInput.of("happened-at", "When was the interview?", "Time", form));
        all.add(Input.of("minutes", "How many minutes did it last? (optional)")
                .width(3)
                .from(form));
        all.add(Input.of("where", "Where was it held?").from(form));
        all.add(Input.of("by", "Who held it?").from(form));
        all.add(Radios.of("independent", "Is that person independent of the child's care?")
                .yesNo()
                .from(form));
        all.add(Radios.of("method", "How was it held?").items(METHODS).from(form));
        all.add(Input.of("present", "Who else was present? (optional)").from(form));
        return all;
    }

    private static List<Content> next(Form form, String persistent) {
        return List.of(
                words("recommendations", "What would help: recommendations for the social worker", form),
                words("for-school", "Recommendations for the school (optional)", form),
                words("for-home", "Recommendations for the home or carers (optional)", form),
                words("for-police", "Recommendations for the police (optional)", form),
                Radios.of("support", "Intensive support")
                        .hint(persistent)
                        .items(SUPPORT)
                        .from(form),
                words("support-why", "Why? (optional)", form),
                words("onward", "Other services the child was referred to, and when (optional)", form));
    }

    private static Textarea words(String name, String label, Form form) {
        return Textarea.of(name, label).rows(4).from(form);
    }

    /** Each line becomes an item of its own that somebody confirms. */
    private static Textarea named(String name, String label, Form form) {
        return Textarea.of(name, label).rows(2).from(form);
    }

    private static Checkboxes some(String name, String legend, Form form) {
        var boxes = Checkboxes.of(name, legend).small();
        for (var each : Factors.CHOICES.entrySet())
            if (each.getKey().startsWith(name + "-")) boxes = boxes.item(each.getKey(), each.getValue());
        return boxes.from(form);
    }

    /** What was answered in a box, as it is read. */
    static String inWords(String name, List<String> values) {
        var words = values.stream().map(each -> answer(name, each)).toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static String answer(String name, String value) {
        return switch (name) {
            case "push", "pull" -> Factors.CHOICES.getOrDefault(value, value);
            case "method" -> METHODS.getOrDefault(value, value);
            case "consent" -> CONSENT.getOrDefault(value, value);
            case "support" -> SUPPORT.getOrDefault(value, value);
            default -> value;
        };
    }
}
