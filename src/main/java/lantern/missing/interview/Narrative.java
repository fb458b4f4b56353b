package lantern.missing.interview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the child said, before, during and after, and in the child's own words; read by few.
 *
 * @param more what else was asked, by the names of {@link #MORE}; what was not answered is left out
 */
public record Narrative(
        String before, String during, String after, String ownWords, String recommendations, Map<String, String> more) {

    /** Columns of missing.interview_narrative besides the five that every interview has. */
    public static final List<String> MORE = List.of(
            "stayed_where",
            "stayed_with",
            "travel",
            "money",
            "harm",
            "substances",
            "online",
            "would_help",
            "strengths",
            "worries",
            "consent",
            "told_about_sharing",
            "intensive_support",
            "intensive_support_why",
            "onward");

    public Narrative(String before, String during, String after, String ownWords, String recommendations) {
        this(before, during, after, ownWords, recommendations, Map.of());
    }

    public static Map<String, String> more(ResultSet row) throws SQLException {
        var more = new LinkedHashMap<String, String>();
        for (var each : MORE) {
            var words = row.getString(each);
            if (words != null && !words.isBlank()) more.put(each, words);
        }
        return more;
    }
}
