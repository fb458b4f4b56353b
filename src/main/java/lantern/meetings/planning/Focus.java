package lantern.meetings.planning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a meeting looks at (paper 004: victim, offender, location and theme). */
public final class Focus {
    static final Map<String, String> WORDS = words();

    private Focus() {}

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("victim", "Victim");
        words.put("offender", "Offender");
        words.put("location", "Location");
        words.put("theme", "Theme");
        return Collections.unmodifiableMap(words);
    }

    public static String inWords(List<String> focus) {
        return focus.stream().map(each -> WORDS.getOrDefault(each, each)).collect(Collectors.joining(", "));
    }
}
