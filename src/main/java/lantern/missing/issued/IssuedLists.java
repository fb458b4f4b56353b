package lantern.missing.issued;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the list of missing children and reads issued ones. A list is made once and never changed: the database allows no update of it. Whoever opens it sees those
 * rows whose child they may see today. Lantern itself makes it, so that a record that is closed to whoever asked is on it too.
 */
@Component
@Transactional
class IssuedLists {
    /** Practice guidance v0.6, February 2016: twice a week, to all managers. The days and the hour are Lantern's. */
    private static final Set<DayOfWeek> DAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);

    private static final LocalTime AT = LocalTime.of(7, 0);
    private static final List<String> MANAGERS =
            List.of("hub-manager", "team-manager", "service-manager", "head-of-service", "executive-director");

    private static final String ISSUE = """
            with missing as (
                select e.id, e.child_id, e.stage, trim(c.given_names || ' ' || c.family_name) as name, c.reference, c.date_of_birth, e.missing_since, e.located_at,
                    e.missing_from, e.placement_name, e.looked_after, r.value as risk, c.worker_id, c.worker_team_id, n.standard_id, n.due_at,
                    row_number() over (order by e.missing_since, e.id) as place
                from missing.episode e
                join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
                left join lateral (
                    select k.value from missing.classification k
                    where k.authority_id = e.authority_id and k.episode_id = e.id and k.axis = 'police-risk' and k.withdrawn_at is null
                    order by k.happened_at desc, k.recorded_at desc limit 1) r on true
                left join lateral (
                    select s.standard_id, s.due_at from timescales.v_timescale s
                    where s.authority_id = e.authority_id and s.subject_id = e.id
                      and s.met_at is null and s.cancelled_at is null and s.waived_at is null
                    order by s.due_at nulls last limit 1) n on true
                where e.authority_id = :authority and e.stage in ('open', 'located')
            ), list as (
                insert into missing.issued_list (authority_id, id, of_day, children, issued_at, issued_by)
                select :authority, :id, :day::date, (select count(*) from missing), :now, :by
                on conflict (authority_id, of_day) do nothing
                returning id
            ), listed as (
                insert into missing.issued_row (authority_id, id, list_id, child_id, episode_id, place, stage, name, reference, born, missing_since, located_at,
                    missing_from, placement_name, looked_after, risk, worker_id, team_id, standard_id, due_at)
                select :authority, uuidv7(), list.id, m.child_id, m.id, m.place, m.stage, m.name, m.reference, m.date_of_birth, m.missing_since, m.located_at,
                    m.missing_from, m.placement_name, m.looked_after, m.risk, m.worker_id, m.worker_team_id, m.standard_id, m.due_at
                from missing m cross join list
            )
            select id from list
            """;

    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final AtOnce atOnce;

    IssuedLists(JdbcClient db, Access access, Ledger ledger, AtOnce atOnce) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.atOnce = atOnce;
    }

    record Issued(UUID id, @Nullable LocalDate day, int children, Instant at, UUID by) {}

    record Row(
            UUID child,
            UUID episode,
            String stage,
            String name,
            String reference,
            @Nullable LocalDate born,
            Instant since,
            @Nullable Instant located,
            String from,
            @Nullable String placement,
            boolean lookedAfter,
            @Nullable String risk,
            @Nullable UUID worker,
            @Nullable UUID team,
            @Nullable String standard,
            @Nullable Instant due) {}

    /** The Monday or Thursday whose list should have been issued by now; empty when its day is over, because it would be another day's list. */
    static Optional<LocalDate> dayToIssue(Instant now) {
        var local = now.atZone(London.ZONE);
        var day = local.toLocalTime().isBefore(AT) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return DAYS.contains(day.getDayOfWeek()) ? Optional.of(day) : Optional.empty();
    }

    /** By Lantern itself, on its day, once, however many instances there are. */
    void onItsDay(Instant now) {
        dayToIssue(now).ifPresent(day -> {
            if (!there(day)) issue(day, access.actor().id(), now).ifPresent(id -> tell(id, day, now));
        });
    }

    private boolean there(LocalDate day) {
        return Boolean.TRUE.equals(db.sql(
                        "select exists (select from missing.issued_list where authority_id = :authority and of_day = :day)")
                .param("authority", access.actor().authority())
                .param("day", day)
                .query(Boolean.class)
                .single());
    }

    /** In between, because somebody asks for it. */
    UUID onDemand(Instant now) {
        var by = access.actor().id();
        access.continueAsSystem("issue the list of missing children");
        return issue(null, by, now).orElseThrow(() -> new Refused("The list could not be issued: try again"));
    }

    private Optional<UUID> issue(@Nullable LocalDate day, UUID by, Instant now) {
        var id = Ids.next();
        var issued = db.sql(ISSUE)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("day", day)
                .param("now", stamp(now))
                .param("by", by)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
        if (issued.isEmpty()) return issued;
        var children = rows(id).stream().map(Row::child).toList();
        if (!children.isEmpty()) ledger.looked(children, "issued-list");
        ledger.act("list.issued", "issued-list", id, null);
        return issued;
    }

    // Names nobody: whoever opens it sees what they may.
    private void tell(UUID list, LocalDate day, Instant now) {
        atOnce.tell(
                "The list of missing children of " + London.day(day) + " is issued",
                new Subject("issued-list", list),
                now,
                now,
                MANAGERS.stream().map(role -> new Owner(role, null, null, null)).toList());
    }

    List<Issued> latest() {
        return read("", null);
    }

    Issued one(UUID id) {
        return read(" and id = :id", id).stream().findFirst().orElseThrow(Refused::notFound);
    }

    private List<Issued> read(String which, @Nullable UUID id) {
        return db.sql("select * from missing.issued_list where authority_id = :authority" + which
                        + " order by issued_at desc, id desc limit 60")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> new Issued(
                        row.getObject("id", UUID.class),
                        row.getObject("of_day", LocalDate.class),
                        row.getInt("children"),
                        instant(row, "issued_at"),
                        row.getObject("issued_by", UUID.class)))
                .list();
    }

    /** Those rows whose child the reader may see, as they were issued. */
    List<Row> rows(UUID list) {
        var sql = """
                select r.* from missing.issued_row r
                join children.v_child c on c.authority_id = r.authority_id and c.id = r.child_id
                where r.authority_id = :authority and r.list_id = :list order by r.place
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("list", list)
                .query(IssuedLists::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("child_id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getString("stage"),
                row.getString("name"),
                row.getString("reference"),
                row.getObject("born", LocalDate.class),
                instant(row, "missing_since"),
                instantOrNull(row, "located_at"),
                row.getString("missing_from"),
                row.getString("placement_name"),
                row.getBoolean("looked_after"),
                row.getString("risk"),
                row.getObject("worker_id", UUID.class),
                row.getObject("team_id", UUID.class),
                row.getString("standard_id"),
                instantOrNull(row, "due_at"));
    }
}
