package lantern.missing.board;

import java.util.LinkedHashMap;
import java.util.Locale;
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
        @Nullable String risk,
        @Nullable String area,
        int page) {
    /** One page that holds everything: for the file. */
    static final int ALL = 0;

    private static final Set<String> RISKS = Set.of("high", "medium", "low", "very-low", "none");
    private static final Set<String> STAGES = Set.of("open", "located", "returned");
    private static final Set<String> PLACES = Set.of("home", "placement", "school", "other");
    private static final Set<Integer> HOURS = Set.of(6, 24, 48, 72);

    static BoardFilter of(
            @Nullable String stage,
            @Nullable String team,
            @Nullable String care,
            @Nullable String from,
            @Nullable String hours,
            @Nullable String risk,
            @Nullable String area,
            @Nullable String page) {
        return new BoardFilter(
                stage != null && STAGES.contains(stage) ? stage : "open",
                uuid(team),
                "looked-after".equals(care) ? Boolean.TRUE : "not-looked-after".equals(care) ? Boolean.FALSE : null,
                from != null && PLACES.contains(from) ? from : null,
                hours(hours),
                risk != null && RISKS.contains(risk) ? risk : null,
                area(area),
                Math.clamp(number(page, 1), 1, 1000));
    }

    BoardFilter all() {
        return new BoardFilter(stage, team, lookedAfter, missingFrom, hours, risk, area, ALL);
    }

    public boolean filtered() {
        return risk != null
                || area != null
                || team != null
                || lookedAfter != null
                || missingFrom != null
                || hours != null;
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
        if (risk != null) fields.put("risk", risk);
        if (area != null) fields.put("area", area);
        return fields;
    }

    public String path(String stage, int page) {
        return path("/missing", stage, page);
    }

    public String file() {
        return path("/missing/now.csv", stage, 1);
    }

    private String path(String list, String stage, int page) {
        var path = UriComponentsBuilder.fromPath(list);
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

    private static @Nullable String area(@Nullable String typed) {
        var area = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
        return area.matches("[A-Z]{1,2}[0-9][0-9A-Z]?") ? area : null;
    }

    private static @Nullable Integer hours(@Nullable String hours) {
        var number = number(hours, 0);
        return HOURS.contains(number) ? number : null;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
