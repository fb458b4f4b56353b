package lantern.missing.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.components.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list is narrowed to. What cannot be is left out, so that a mistyped address shows more and never less. */
record ListFilter(@Nullable UUID team, @Nullable String care, int days, String by) {
    static final int YEAR = 365;

    private static final Map<String, String> CARE = new LinkedHashMap<>();
    private static final Map<String, String> DAYS = new LinkedHashMap<>();
    private static final Map<String, String> BY = new LinkedHashMap<>();

    static {
        CARE.put("", "All");
        CARE.put("looked-after", "Looked after");
        CARE.put("not-looked-after", "Not looked after");
        CARE.put("placed-here", "Placed here by another authority");
        CARE.put("placed-elsewhere", "Placed by us elsewhere");
        DAYS.put("90", "90 days");
        DAYS.put("365", "12 months");
        DAYS.put("730", "2 years");
        BY.put("placement", "Placement");
        BY.put("last-seen", "Where last seen");
        BY.put("found", "Where found");
    }

    static ListFilter of(Map<String, String> query) {
        var care = query.get("care");
        var by = query.get("by");
        return new ListFilter(
                uuid(query.get("team")),
                care != null && !care.isEmpty() && CARE.containsKey(care) ? care : null,
                DAYS.containsKey(query.get("days")) ? Integer.parseInt(query.get("days")) : YEAR,
                by != null && BY.containsKey(by) ? by : "placement");
    }

    boolean filtered() {
        return team != null || care != null || days != YEAR;
    }

    /** What it adds to a query over an episode e and its child c. */
    String where() {
        var sql = new StringBuilder();
        if (team != null) sql.append(" and c.worker_team_id = :team");
        if (care != null)
            sql.append(
                    switch (care) {
                        case "looked-after" -> " and e.looked_after";
                        case "not-looked-after" -> " and not e.looked_after";
                        case "placed-here" -> " and c.responsible_authority is not null";
                        default ->
                            " and exists (select from children.v_placement p where p.authority_id = c.authority_id and p.child_id = c.id"
                                    + " and p.ends_on is null and p.host_authority is not null)";
                    });
        return sql.toString();
    }

    String path(String list) {
        var path = UriComponentsBuilder.fromPath(list);
        if (team != null) path.queryParam("team", team);
        if (care != null) path.queryParam("care", care);
        if (days != YEAR) path.queryParam("days", days);
        if (!by.equals("placement")) path.queryParam("by", by);
        return path.build().toUriString();
    }

    Select teamQuestion(Map<String, String> teams) {
        var items = new LinkedHashMap<String, String>();
        items.put("", "All teams");
        items.putAll(teams);
        return Select.of("team", "Team").items(items).value(team == null ? "" : team.toString());
    }

    Select careQuestion() {
        return Select.of("care", "Care status").items(CARE).value(care == null ? "" : care);
    }

    Select daysQuestion() {
        return Select.of("days", "Missing in the last").items(DAYS).value(Integer.toString(days));
    }

    Select byQuestion() {
        return Select.of("by", "By").items(BY).value(by);
    }

    String daysInWords() {
        return java.util.Objects.requireNonNull(DAYS.get(Integer.toString(days)));
    }

    List<Select> teamAndCare(Map<String, String> teams) {
        return List.of(teamQuestion(teams), careQuestion());
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
