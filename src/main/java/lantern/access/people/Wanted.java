package lantern.access.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which people, on which page of the list; nulls leave nobody out. The same for the list, its count and its file. */
public record Wanted(
        @Nullable String words,
        @Nullable UUID agency,
        @Nullable UUID team,
        @Nullable String role,
        @Nullable String state,
        int page) {
    /** What the state of an account can be, and one that nobody sets: not used for long. */
    public static final Map<String, String> STATES = states();

    static Wanted of(Map<String, String> asked) {
        return new Wanted(
                text(asked, "q"),
                id(asked, "agency"),
                id(asked, "team"),
                text(asked, "role"),
                STATES.containsKey(asked.getOrDefault("state", "")) ? asked.get("state") : null,
                page(asked.getOrDefault("page", "1")));
    }

    private static @Nullable String text(Map<String, String> asked, String name) {
        var text = asked.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(100, text.length()));
    }

    // An id that is none is no filter: the list then says whom it shows.
    private static @Nullable UUID id(Map<String, String> asked, String name) {
        try {
            var text = text(asked, name);
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int page(String text) {
        return text.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    boolean everybody() {
        return words == null && agency == null && team == null && role == null && state == null;
    }

    /** The address of another page of the same list. */
    String path(String base, int page) {
        var path = new StringBuilder(base).append("?page=").append(page);
        add(path, "q", words);
        add(path, "agency", agency);
        add(path, "team", team);
        add(path, "role", role);
        add(path, "state", state);
        return path.toString();
    }

    private static void add(StringBuilder path, String name, @Nullable Object value) {
        if (value != null)
            path.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> states() {
        var states = new java.util.LinkedHashMap<String, String>();
        states.put("active", "Can sign in");
        states.put("invited", "Invited, not yet in");
        states.put("disabled", "Disabled");
        states.put("unused", "Not used for 60 days");
        return java.util.Collections.unmodifiableMap(states);
    }
}
