package lantern.missing.record;

import static java.util.Comparator.comparing;
import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import lantern.missing.record.EpisodeView.Counters;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room adds to a child's page: missing or not at this moment, how often, and what happened when. */
@Component
class MissingPanel implements ChildPanel {
    private static final String EPISODES = """
            select id, stage, missing_from, missing_since, last_seen_place, opened_at, opened_by, located_at, located_place, returned_at, returned_to
            from missing.episode
            where authority_id = :authority and child_id = :child and stage in ('open', 'located', 'returned', 'closed')
            order by missing_since desc
            """;

    private static final String STEPS = """
            select * from (
                select episode_id, happened_at, recorded_at, kind, who_was_told, words, recorded_by
                from missing.v_step s where authority_id = :authority and child_id = :child and happened_at < :before
                  and not exists (select from missing.episode e where e.authority_id = s.authority_id and e.id = s.episode_id and e.stage = 'void')
                union all
                select e.episode_id, i.outcome_at, i.outcome_at, 'interview', i.outcome, i.outcome_reason, i.outcome_by
                from missing.interview i
                join lateral (select l.episode_id from missing.interview_episode l
                              join missing.episode v on v.authority_id = l.authority_id and v.id = l.episode_id and v.stage <> 'void'
                              where l.authority_id = i.authority_id and l.interview_id = i.id limit 1) e on true
                where i.authority_id = :authority and i.child_id = :child and i.outcome_at < :before
            ) s
            order by happened_at desc, recorded_at desc limit :limit
            """;

    private final JdbcClient db;
    private final Access access;
    private final Names names;

    MissingPanel(JdbcClient db, Access access, Names names) {
        this.db = db;
        this.access = access;
        this.names = names;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Panel of(UUID child, Instant at, Instant before, int limit) {
        var episodes = db.sql(EPISODES)
                .param("authority", access.actor().authority())
                .param("child", child)
                .query(MissingPanel::absence)
                .list();
        var events = Stream.concat(episodes.stream().flatMap(Absence::events), steps(child, before, limit).stream())
                .filter(each -> each.event.happenedAt().isBefore(before))
                .sorted(comparing((Told each) -> each.event.happenedAt())
                        .thenComparing(each -> each.event.recordedAt())
                        .reversed())
                .limit(limit)
                .toList();
        var called =
                names.of(events.stream().map(Told::by).filter(Objects::nonNull).toList());
        var panel = new Panel(
                now(episodes, at),
                events.stream()
                        .map(each -> each.event.by(called.name(each.by), called.agency(each.by)))
                        .toList());
        // Who may read the child's record and not the episode is not led to a page that refuses them.
        return access.actor().may(Permission.READ_EPISODE) ? panel : panel.withoutLinks();
    }

    private static List<StateOfNow> now(List<Absence> episodes, Instant at) {
        var states = new ArrayList<StateOfNow>();
        episodes.stream()
                .filter(each -> !each.stage.equals("closed"))
                .sorted(comparing(
                        (Absence each) -> !each.stage.equals("open"))) // stable: the latest first among equals
                .forEach(each -> states.add(state(each.stage, each.id.toString(), each.since, each.reached(), at)));
        if (!episodes.isEmpty()) {
            var counters = Counters.of(episodes.stream().map(Absence::since).toList(), at);
            states.add(new StateOfNow(
                    "Missing " + times(counters.in90Days()) + " in 90 days, " + counters.in12Months()
                            + " in 12 months, " + counters.ever() + " ever",
                    "plain",
                    null));
        }
        return states;
    }

    /** An event whose author's name is still to be found. */
    private record Told(Event event, @Nullable UUID by) {}

    private record Absence(
            UUID id,
            String stage,
            Instant since,
            Instant openedAt,
            UUID openedBy,
            String from,
            @Nullable String lastSeen,
            @Nullable Instant locatedAt,
            @Nullable String locatedPlace,
            @Nullable Instant returnedAt,
            @Nullable String returnedTo) {
        Instant reached() {
            return returnedAt != null ? returnedAt : locatedAt != null ? locatedAt : since;
        }

        Stream<Told> events() {
            // Newest first: who is found at home has been found and is back at the same minute.
            var told = new ArrayList<Told>();
            if (returnedAt != null)
                told.add(new Told(event(returnedAt, returnedAt, "Returned", returnedTo, "returned"), null));
            if (locatedAt != null)
                told.add(new Told(event(locatedAt, locatedAt, "Found", locatedPlace, "found"), null));
            told.add(new Told(event(since, openedAt, "Went missing from " + from, lastSeen, "missing"), openedBy));
            return told.stream();
        }

        private Event event(Instant at, Instant recordedAt, String title, @Nullable String words, String kind) {
            return new Event(at, recordedAt, title, words(words), null, null, "/missing/episodes/" + id, kind);
        }
    }

    private static Absence absence(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("stage"),
                instant(row, "missing_since"),
                instant(row, "opened_at"),
                row.getObject("opened_by", UUID.class),
                row.getString("missing_from"),
                row.getString("last_seen_place"),
                instantOrNull(row, "located_at"),
                row.getString("located_place"),
                instantOrNull(row, "returned_at"),
                row.getString("returned_to"));
    }

    private List<Told> steps(UUID child, Instant before, int limit) {
        return db.sql(STEPS)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("before", stamp(before))
                .param("limit", limit)
                .query((row, n) -> new Told(
                        new Event(
                                instant(row, "happened_at"),
                                instant(row, "recorded_at"),
                                title(row.getString("kind"), row.getString("who_was_told")),
                                words(row.getString("words")),
                                null,
                                null,
                                "/missing/episodes/" + row.getString("episode_id"),
                                row.getString("kind")),
                        row.getObject("recorded_by", UUID.class)))
                .list();
    }

    /** @param of who was told, or how the interview ended: a code */
    private static String title(String kind, @Nullable String of) {
        var detail = of == null ? "" : of.replace('-', ' ');
        return switch (kind) {
            case "informed" -> "Told that the child is missing: " + detail;
            case "informed-of-return" -> "Told that the child is back: " + detail;
            case "interview" -> "Return interview " + detail;
            case "strategy-meeting" -> "Strategy meeting held";
            case "discussion" -> "Multi-agency discussion held";
            case "support" -> "Support services identified";
            case "concern" -> "Particular concern raised";
            case "duty-plan" -> "Plan for the duty team";
            case "safe-and-well-check" -> "Safe and well check";
            case "visit" -> "Visit to the child";
            default -> "Step taken";
        };
    }

    private static StateOfNow state(String stage, String episode, Instant since, Instant reached, Instant now) {
        var link = "/missing/episodes/" + episode;
        return switch (stage) {
            case "open" ->
                new StateOfNow(
                        "Missing since " + London.when(since, now) + ", " + Words.elapsed(since, now), "urgent", link);
            case "located" ->
                new StateOfNow("Found " + London.when(reached, now) + ", not yet back", "attention", link);
            default ->
                new StateOfNow(
                        "Back since " + London.when(reached, now) + ", episode still to be closed", "attention", link);
        };
    }

    private static String times(int number) {
        return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
    }

    private static @Nullable String words(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }
}
