package lantern.children.patterns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import org.jspecify.annotations.Nullable;

/** Something a pattern found: who, perhaps about which child, on which day, with the figures; and what came of looking into it. */
public record Finding(
        UUID id,
        String pattern,
        UUID person,
        @Nullable UUID child,
        LocalDate day,
        Instant from,
        Instant until,
        Map<String, Object> figures,
        @Nullable String words,
        Instant foundAt,
        @Nullable Instant lookedIntoAt,
        @Nullable UUID lookedIntoBy,
        @Nullable String outcome,
        @Nullable String outcomeWords) {
    static final Map<String, String> OUTCOMES = outcomes();

    private static Map<String, String> outcomes() {
        var outcomes = new java.util.LinkedHashMap<String, String>();
        outcomes.put("in-order", "It was in order");
        outcomes.put("talked", "It was talked about with them or their manager");
        outcomes.put("breach", "It was a breach, and is dealt with as one");
        return java.util.Collections.unmodifiableMap(outcomes);
    }

    /** What happened, in a sentence; {@code who} and {@code whose} as the reader may know them. */
    String sentence(String who, String whose) {
        return switch (pattern) {
            case "related" ->
                "%s was warned about the record of %s (%s) and went on.".formatted(who, whose, figure("warnings"));
            case "break-glass" -> "%s opened the record of %s in an emergency.".formatted(who, whose);
            case "surname" ->
                "%s opened the record of %s %s; the child %s the family name %s, which %s in the register."
                        .formatted(
                                who,
                                whose,
                                times(number("opened")),
                                Boolean.TRUE.equals(figures.get("former")) ? "had, or is also known by," : "has",
                                figure("name"),
                                number("bearers") == 1 ? "nobody else bears" : number("bearers") + " names are");
            case "never-involved" ->
                "%s opened the record of %s %s without working with the child, and did not come from a list%s."
                        .formatted(
                                who,
                                whose,
                                times(number("opened")),
                                number("searched") > 0 ? " of work: they searched for the child" : "");
            case "unusual-hours" ->
                "%s opened %s at hours between %02d:00 and %02d:59; of %,d they had opened before, %s fell within an hour of then."
                        .formatted(
                                who,
                                records(number("opened")),
                                number("first"),
                                number("last"),
                                number("usual"),
                                number("near") == 0 ? "none" : String.valueOf(number("near")));
            case "volume" ->
                "%s opened the records of %d children; their own usual day has %s, that of others who are %s has %s."
                        .formatted(who, number("children"), figure("own"), figure("post"), figure("role"));
            case "searches" ->
                "%s searched %s and opened nobody found in %d of those searches."
                        .formatted(who, times(number("searches")), number("unfollowed"));
            default -> "%s was refused %s.".formatted(who, times(number("refusals")));
        };
    }

    private int number(String name) {
        return figures.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private String figure(String name) {
        var value = figures.get(name);
        if (value instanceof Double number && number == Math.rint(number)) return String.valueOf(number.intValue());
        return value == null ? "none" : value.toString();
    }

    private static String times(int many) {
        return many == 1 ? "once" : many == 2 ? "twice" : many + " times";
    }

    private static String records(int many) {
        return many == 1 ? "1 record" : many + " records";
    }

    String on() {
        return London.day(day);
    }
}
