package lantern.missing.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which children the board shows. What an address says that cannot be is left out, so that a mistyped filter shows more
 * children and never fewer.
 */
public record BoardFilter(
        String stage,
        @Nullable UUID team,
        @Nullable Boolean lookedAfter,
        @Nullable String missingFrom,
        @Nullable Integer hours,
        int page) {
    private static final Set<String> STAGES = Set.of("open", "located", "returned");
    private static final Set<String> PLACES = Set.of("home", "placement", "school", "other");
    private static final Set<Integer> HOURS = Set.of(6, 24, 48, 72);

    static BoardFilter of(
            @Nullable String stage,
            @Nullable String team,
            @Nullable String care,
            @Nullable String from,
            @Nullable String hours,
            @Nullable String page) {
        return new BoardFilter(
                stage != null && STAGES.contains(stage) ? stage : "open",
                uuid(team),
                "looked-after".equals(care) ? Boolean.TRUE : "not-looked-after".equals(care) ? Boolean.FALSE : null,
                from != null && PLACES.contains(from) ? from : null,
                hours(hours),
                Math.clamp(number(page, 1), 1, 1000));
    }

    public boolean filtered() {
        return team != null || lookedAfter != null || missingFrom != null || hours != null;
    }

    public @Nullable String care() {
        return lookedAfter == null ? null : lookedAfter ? "looked-after" : "not-looked-after";
    }

    /** What the filter's form shows as chosen. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        if (team != null) fields.put("team", team.toString());
        if (care() != null) fields.put("care", String.valueOf(care()));
        if (missingFrom != null) fields.put("from", missingFrom);
        if (hours != null) fields.put("hours", hours.toString());
        return fields;
    }

    public String path(String stage, int page) {
        var path = UriComponentsBuilder.fromPath("/missing");
        if (!stage.equals("open")) path.queryParam("stage", stage);
        fields().forEach(path::queryParam);
        if (page > 1) path.queryParam("page", page);
        return path.build().toUriString();
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Integer hours(@Nullable String hours) {
        var number = number(hours, 0);
        return HOURS.contains(number) ? number : null;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
