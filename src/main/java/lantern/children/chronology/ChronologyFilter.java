package lantern.children.chronology;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.ChildPanel.Event;
import org.jspecify.annotations.Nullable;

/** Which events somebody wants to see; an empty part lets everything through. */
public record ChronologyFilter(String kind, String agency, String from, String until, String text) {
    /** What of each room the page offers to choose, with the kinds of event that belong to it. */
    private enum Group {
        MISSING("missing", "Missing episodes", Set.of()),
        INTERVIEW("interview", "Return interviews", Set.of("interview")),
        NOTIFICATION("notification", "Notifications and triage", Set.of("notification", "triage", "response")),
        CARE("care", "Care and placements", Set.of("legal-status", "placement")),
        WORKERS("workers", "Workers", Set.of("allocation", "reviewing-officer")),
        PLACES("places", "Addresses and schools", Set.of("address", "school")),
        IDENTITY(
                "identity",
                "Who the child is",
                Set.of("register", "name", "relation", "pen-picture", "photograph", "amendment")),
        FLAG("flag", "Flags", Set.of("flag")),
        OTHER("other", "Everything else", Set.of());

        private static final Set<String> OF_EPISODES = Set.of(
                "missing",
                "found",
                "returned",
                "informed",
                "informed-of-return",
                "strategy-meeting",
                "discussion",
                "support",
                "concern",
                "duty-plan",
                "safe-and-well-check",
                "visit",
                "step");

        private final String code;
        private final String words;
        private final Set<String> kinds;

        Group(String code, String words, Set<String> kinds) {
            this.code = code;
            this.words = words;
            this.kinds = kinds;
        }

        static Group of(String kind) {
            if (OF_EPISODES.contains(kind)) return MISSING;
            return Stream.of(values())
                    .filter(each -> each.kinds.contains(kind))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    public static ChronologyFilter of(Map<String, String> query) {
        return new ChronologyFilter(
                part(query, "kind"),
                part(query, "agency"),
                part(query, "from"),
                part(query, "until"),
                part(query, "text"));
    }

    private static String part(Map<String, String> query, String name) {
        var value = query.getOrDefault(name, "").strip();
        return value.length() > 100 ? value.substring(0, 100) : value;
    }

    /** The same filter in an address, with a leading ampersand; empty when there is none. */
    public String query() {
        var query = new StringBuilder();
        var parts = List.of("kind", kind, "agency", agency, "from", from, "until", until, "text", text);
        for (var i = 0; i < parts.size(); i += 2)
            if (!parts.get(i + 1).isEmpty())
                query.append('&')
                        .append(parts.get(i))
                        .append('=')
                        .append(URLEncoder.encode(parts.get(i + 1), StandardCharsets.UTF_8));
        return query.toString();
    }

    public boolean isEmpty() {
        return Stream.of(kind, agency, from, until, text).allMatch(String::isEmpty);
    }

    boolean lets(Event event) {
        var first = day(from);
        var last = day(until);
        var day = London.date(event.happenedAt());
        return (kind.isEmpty() || Group.of(event.kind()).code.equals(kind))
                && (agency.isEmpty() || agency.equals(event.agency()))
                && (first == null || !day.isBefore(first))
                && (last == null || !day.isAfter(last))
                && (text.isEmpty() || says(event));
    }

    private boolean says(Event event) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(event.title(), event.words(), event.by()),
                        event.amendments().stream().map(each -> each.words()))
                .filter(Objects::nonNull)
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** A day as people type it, 9/4/2024 or 2024-04-09; null when it is none. */
    private static @Nullable LocalDate day(String typed) {
        try {
            var parts = typed.split("[/. -]");
            if (parts.length != 3) return null;
            return parts[0].length() == 4
                    ? LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                    : LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** The typed days that are none, to be said beside the box; a filter that is silently left out would mislead. */
    public @Nullable String wrong(String typed) {
        return typed.isEmpty() || day(typed) != null ? null : "Enter a real date, for example 9/4/2024";
    }

    /** Kinds to choose from, in words. */
    public static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var group : Group.values()) kinds.put(group.code, group.words);
        return kinds;
    }

    public static Map<String, String> agencies(List<Event> events) {
        var agencies = new LinkedHashMap<String, String>();
        events.stream()
                .map(Event::agency)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(each -> agencies.put(each, each));
        return agencies;
    }
}
