package lantern.missing.interview;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lantern.platform.web.components.Tag;
import org.jspecify.annotations.Nullable;

/** How a referral is rated and the way of offering the interview that follows (practice guidance v0.6, February 2016, paper 002). */
public final class Ratings {
    /** Rating to the words of the choice. */
    public static final Map<String, String> CHOICES = words(
            "priority-red", "Red, priority",
            "first-time", "Red, first time missing",
            "red", "Red",
            "amber", "Amber",
            "green", "Green");

    private static final Map<String, String> FOLLOWS = words(
            "priority-red", "Reach the child today and offer a face-to-face interview",
            "first-time", "Reach the child and offer a face-to-face interview",
            "red", "Reach the child and offer a face-to-face interview",
            "amber", "Offer an interview by telephone; meet face to face if concerns arise",
            "green", "Send the letter and the leaflet");

    private Ratings() {}

    /** What is done next with a referral so rated. */
    public static String follows(String rating) {
        return FOLLOWS.getOrDefault(rating, "");
    }

    public static Tag tag(@Nullable String rating) {
        if (rating == null) return Tag.of("To triage").grey();
        return switch (rating) {
            case "priority-red" -> Tag.of("Red: priority").red();
            case "first-time" -> Tag.of("Red: first time").red();
            case "red" -> Tag.of("Red").red();
            case "amber" -> Tag.of("Amber").colour("orange");
            default -> Tag.of("Green").green();
        };
    }

    public static Map<String, String> words(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return Collections.unmodifiableMap(map);
    }
}
