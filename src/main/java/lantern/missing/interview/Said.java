package lantern.missing.interview;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the child said and what was agreed, each with the words it stands under: the same on the page and on paper. */
public final class Said {
    static final String RECOMMENDATIONS = "Recommendations";

    private static final Map<String, String> HEADINGS = Ratings.words(
            "stayed_where", "Where they stayed",
            "stayed_with", "With whom",
            "travel", "Travel",
            "money", "Money, food, gifts or a phone",
            "harm", "Hurt or frightened",
            "substances", "Alcohol, drugs or tobacco",
            "online", "Contact online",
            "strengths", "What is going well, and whom they trust",
            "worries", "Worries",
            "would_help", "What the child says would make a difference",
            "told_about_sharing", "What the child was told about sharing",
            "intensive_support_why", "Why about intensive support",
            "onward", "Other services");

    private Said() {}

    /** Heading to words, in the order of the interview; what was not answered is left out, apart from the five that every interview has. */
    public static Map<String, String> lines(Narrative said) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Before", said.before());
        lines.put("During", said.during());
        lines.put("After", said.after());
        lines.put("The child's own words", said.ownWords());
        HEADINGS.forEach((column, heading) -> {
            var words = said.more().get(column);
            if (words != null) lines.put(heading, words);
        });
        lines.put(RECOMMENDATIONS, said.recommendations());
        return lines;
    }

    /** "push-bullying" is "Pushed away by: bullying". */
    public static String factor(String code) {
        var words = code.substring(code.indexOf('-') + 1).replace('-', ' ');
        return (code.startsWith("push-") ? "Pushed away: " : "Drawn: ") + words;
    }

    public static String consent(String code) {
        return switch (code) {
            case "agreed" -> "The child agreed";
            case "agreed-in-part" -> "The child agreed to some of it";
            case "did-not-agree" -> "The child did not agree";
            default -> "The child was not asked";
        };
    }
}
