package lantern.oversight.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Every list there is, as {@code definitions/lists/oversight.yaml} describes it, and the names of those that papers are made of. */
public final class Lists {
    private static final Map<String, Listing> ALL = read();

    public static final Listing SEATS = table("seat");
    public static final Listing CONTACTS = table("contact");
    public static final Listing PRIORITIES = table("priority");
    public static final Listing SESSIONS = table("programme_session");
    public static final Listing UPDATES = table("standing_update");
    public static final Listing VISITS = table("visit");
    public static final Listing GROUPS = table("working_group");
    public static final Listing BACKLOG = table("backlog");
    public static final Listing FORWARD_PLAN = table("forward_plan_item");
    public static final Listing ABBREVIATIONS = table("abbreviation");
    public static final Listing BODIES = table("body");
    public static final Listing PLANS = table("action_plan");
    public static final Listing MEASURES = table("outcome_measure");
    public static final Listing VALUES = table("measure_value");
    public static final Listing AGENDA = table("agenda_item");
    public static final Listing ATTENDANCE = table("attendance");
    public static final Listing ACTIONS = table("action");
    public static final Listing ISSUES = table("plan_issue");
    public static final Listing ACTIVITIES = table("activity");
    public static final Listing PROGRESS = table("activity_update");
    public static final Listing REPORTS = table("cabinet_report");
    public static final Listing BENEFITS = table("report_benefit");
    public static final Listing DECISIONS = table("report_decision");
    public static final Listing OPTIONS = table("report_option");
    public static final Listing COSTS = table("report_finance");
    public static final Listing POWERS = table("report_power");
    public static final Listing RISKS = table("report_risk");
    public static final Listing SECTIONS = table("report_section");
    public static final Listing STEPS = table("report_step");
    public static final Listing CONSULTEES = table("consultee");

    private Lists() {}

    static Listing table(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** Those that hang on a table, in the order in which they are described. */
    public static List<Listing> on(String parent) {
        return ALL.values().stream()
                .filter(each -> each.parent().equals(parent))
                .toList();
    }

    /** By its name in an address. */
    static Listing coded(String code) {
        return ALL.values().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static Map<String, Listing> read() {
        try (var in = Objects.requireNonNull(Lists.class.getResourceAsStream("/definitions/lists/oversight.yaml"))) {
            Map<String, Object> yaml = new Yaml().load(in);
            var all = new LinkedHashMap<String, Listing>();
            for (var each : map(yaml.get("lists")).entrySet())
                all.put(each.getKey(), Listing.of(each.getKey(), map(each.getValue())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // a mapping of YAML whose keys are words
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
