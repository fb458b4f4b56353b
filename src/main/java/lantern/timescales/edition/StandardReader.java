package lantern.timescales.edition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantern.timescales.Happening;
import lantern.timescales.standard.Limit;
import lantern.timescales.standard.Standard;
import lantern.timescales.standard.Step;
import lantern.timescales.standard.Unit;
import org.jspecify.annotations.Nullable;

/** Reads one standard as written in YAML (or kept as JSON) and says everything that is wrong with it. */
public final class StandardReader {
    /** Roles of module access that can own a timescale or hear of one. */
    static final Set<String> ROLES = Set.of(
            "hub-worker",
            "hub-manager",
            "duty-worker",
            "social-worker",
            "team-manager",
            "reviewing-officer",
            "head-of-service",
            "executive-director",
            "interviewer",
            "provider-manager",
            "service-manager",
            "governance-lead",
            "agency-manager",
            "exploitation-coordinator");

    private StandardReader() {}

    /** @throws UnsoundStandards when the kept definition is not sound, which only a hand-made change can cause */
    public static Standard read(Map<String, Object> definition) {
        var faults = new ArrayList<String>();
        var standard = read("standard " + definition.get("id"), definition, faults);
        if (standard == null || !faults.isEmpty()) throw new UnsoundStandards(faults);
        return standard;
    }

    static @Nullable Standard read(String where, Map<String, Object> definition, List<String> faults) {
        var before = faults.size();
        var fields = new Fields(where, definition, faults);
        fields.only(
                "id",
                "version",
                "title",
                "source",
                "set-by",
                "starts",
                "applies-if",
                "unless",
                "offset-hours",
                "within",
                "met-by",
                "counts-earlier",
                "cancelled-by",
                "owner",
                "steps",
                "due-soon");
        var id = fields.text("id");
        if (!id.matches("[a-z][a-z0-9-]{1,60}")) faults.add(where + ": id is lower-case words joined by hyphens");
        var setBy = fields.text("set-by");
        if (!Set.of("paper", "authority").contains(setBy))
            faults.add(where + ": set-by is \"paper\" or \"authority\", not \"" + setBy + "\"");
        var starts = events(fields, "starts");
        var metBy = events(fields, "met-by");
        if (starts.isEmpty()) faults.add(where + ": starts is missing");
        if (metBy.isEmpty()) faults.add(where + ": met-by is missing");
        var dueSoon = fields.number("due-soon", 25);
        if (dueSoon > 100) faults.add(where + ": due-soon is a percentage, at most 100");
        var standard = new Standard(
                id,
                fields.number("version", 1),
                fields.text("title"),
                fields.text("source"),
                setBy.equals("authority"),
                starts,
                facts(fields, "applies-if"),
                facts(fields, "unless"),
                fields.number("offset-hours", 0),
                within(fields),
                metBy,
                "true".equals(fields.optional("counts-earlier")),
                cancels(fields),
                role(fields, fields.text("owner"), "owner"),
                steps(fields),
                dueSoon);
        return faults.size() == before ? standard : null;
    }

    private static Limit within(Fields fields) {
        try {
            return Limit.parse(fields.text("within"));
        } catch (IllegalArgumentException e) {
            fields.faults().add(fields.where() + ": within: " + e.getMessage());
            return new Limit(0, Unit.NO_LIMIT);
        }
    }

    private static Set<String> events(Fields fields, String field) {
        var events = new LinkedHashSet<String>();
        for (var event : fields.words(field)) events.add(event(fields, field, event));
        return java.util.Collections.unmodifiableSet(events);
    }

    private static String event(Fields fields, String field, String event) {
        if (!Happening.EVENTS.containsKey(event))
            fields.faults().add(fields.where() + ": " + field + ": unknown event \"" + event + "\"");
        return event;
    }

    private static Set<String> facts(Fields fields, String field) {
        var facts = new LinkedHashSet<>(fields.words(field));
        for (var fact : facts)
            if (!Happening.FACTS.containsKey(fact))
                fields.faults().add(fields.where() + ": " + field + ": unknown fact \"" + fact + "\"");
        return java.util.Collections.unmodifiableSet(facts);
    }

    /** "found" cancels at any time; "found before due" only then. */
    private static List<Standard.Cancel> cancels(Fields fields) {
        var cancels = new ArrayList<Standard.Cancel>();
        for (var words : fields.words("cancelled-by")) {
            var onlyBeforeDue = words.endsWith(" before due");
            var event = onlyBeforeDue ? words.substring(0, words.length() - " before due".length()) : words;
            cancels.add(new Standard.Cancel(event(fields, "cancelled-by", event), onlyBeforeDue));
        }
        return List.copyOf(cancels);
    }

    /** Each step is "role: when". */
    private static List<Step> steps(Fields fields) {
        var steps = new ArrayList<Step>();
        for (var each : fields.list("steps")) {
            if (!(each instanceof Map<?, ?> map) || map.size() != 1) {
                fields.faults().add(fields.where() + ": steps: write each as \"role: when\"");
                continue;
            }
            var entry = map.entrySet().iterator().next();
            try {
                var step = Step.parse(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
                role(fields, step.to(), "steps");
                if (steps.contains(step)) fields.faults().add(fields.where() + ": steps: \"" + step.key() + "\" twice");
                steps.add(step);
            } catch (IllegalArgumentException e) {
                fields.faults().add(fields.where() + ": steps: " + e.getMessage());
            }
        }
        return List.copyOf(steps);
    }

    private static String role(Fields fields, String role, String field) {
        if (!ROLES.contains(role))
            fields.faults().add(fields.where() + ": " + field + ": unknown role \"" + role + "\"");
        return role;
    }
}
