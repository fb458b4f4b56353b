package lantern.missing.lists;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.stamp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.missing.lists.Listing.Column;
import lantern.missing.lists.Listing.Item;
import lantern.platform.web.Words;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open episodes with a step that fell due and was not done: of the episode itself or of its return interview. */
@Component
class MissedSteps {
    private static final String SQL = """
            select e.id, e.child_id, e.stage, e.missing_since, c.given_names, c.family_name, c.worker_id, c.worker_team_id, t.standard_id, t.due_at
            from missing.episode e
            join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
            join lateral (
                select s.standard_id, s.due_at from timescales.v_timescale s
                where s.authority_id = e.authority_id and s.subject_id = e.id
                  and s.met_at is null and s.cancelled_at is null and s.waived_at is null and s.due_at < :now
                union all
                select s.standard_id, s.due_at from missing.interview_episode l
                join timescales.v_timescale s on s.authority_id = l.authority_id and s.subject_id = l.interview_id
                where l.authority_id = e.authority_id and l.episode_id = e.id
                  and s.met_at is null and s.cancelled_at is null and s.waived_at is null and s.due_at < :now
            ) t on true
            where e.authority_id = :authority and e.stage in ('open', 'located', 'returned')
            """;

    private final JdbcClient db;
    private final Access access;
    private final Names names;
    private final Timescales timescales;

    MissedSteps(JdbcClient db, Access access, Names names, Timescales timescales) {
        this.db = db;
        this.access = access;
        this.names = names;
        this.timescales = timescales;
    }

    private record Row(
            UUID episode,
            UUID child,
            String name,
            String stage,
            Instant since,
            @Nullable UUID worker,
            @Nullable UUID team,
            String standard,
            Instant due) {}

    static String sql(ListFilter filter) {
        return SQL + filter.where() + " order by t.due_at, e.id";
    }

    Listing of(ListFilter filter, Instant now) {
        var found = db.sql(sql(filter))
                .param("authority", access.actor().authority())
                .param("team", filter.team())
                .param("now", stamp(now))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        (row.getString("given_names") + " " + row.getString("family_name")).strip(),
                        row.getString("stage"),
                        instant(row, "missing_since"),
                        row.getObject("worker_id", UUID.class),
                        row.getObject("worker_team_id", UUID.class),
                        row.getString("standard_id"),
                        instant(row, "due_at")))
                .list();
        var ids = new ArrayList<@Nullable UUID>();
        found.forEach(each -> {
            ids.add(each.worker);
            ids.add(each.team);
        });
        var called = names.of(ids);
        var titles = timescales.titles();
        var children = new LinkedHashSet<UUID>();
        var rows = new ArrayList<List<Item>>();
        for (var each : found) {
            children.add(each.child);
            rows.add(List.of(
                    Item.link(each.name, "/missing/episodes/" + each.episode),
                    Item.of(
                            switch (each.stage) {
                                case "open" -> "Missing";
                                case "located" -> "Found, not back";
                                default -> "Returned";
                            }),
                    Item.of(London.dateTime(each.since)),
                    Item.of(titles.apply(each.standard)),
                    Item.of(London.dateTime(each.due)),
                    Item.tag(Words.elapsed(each.due, now) + " late", "red"),
                    Item.of(called.name(each.worker) == null ? "No allocated worker" : called.name(each.worker)),
                    Item.of(called.name(each.team))));
        }
        return new Listing(
                "missed-steps",
                "Open episodes with a missed step",
                "Every step of an episode that is not closed, or of its return interview, that fell due and is not recorded as done. The longest overdue first.",
                now,
                List.of(
                        Column.of("Child"),
                        Column.of("Stage"),
                        Column.of("Missing since"),
                        Column.of("Missed step"),
                        Column.of("Was due"),
                        Column.of("Late by"),
                        Column.of("Worker"),
                        Column.of("Team")),
                rows,
                children);
    }
}
