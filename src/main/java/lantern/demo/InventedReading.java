package lantern.demo;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two months of invented reading, so that the pages of those who answer for the ledger have something to show; every such entry says that it is invented
 * ({@link #PURPOSE}). Most of it is ordinary. Four things are not: somebody with a child's former family name, somebody at night, somebody who was never
 * involved, and somebody refused again and again.
 */
final class InventedReading {
    static final String PURPOSE = "invented for the demo";

    private static final int DAYS = 60;

    /** A column list and what is the same in every entry; the identifier says the time of the entry, as a real one does. */
    private static final String WRITE = """
            insert into audit.entry (authority_id, id, at, act, actor_id, actor_kind, agency_id, purpose, subject_kind, subject_id, child_id, children, sections, detail)
            select :authority, uuidv7(e.at - clock_timestamp()), e.at, e.act, e.person, 'PERSON', :agency, :purpose,
                   case when e.act = 'look' then 'child' when e.act = 'refused' then 'permission' end, e.child, e.child, e.children,
                   case when e.act = 'look' then '{identity,contact,legal,episode}'::text[] end,
                   case when e.list is not null then jsonb_build_object('list', e.list) end
            from (
            """;

    private final JdbcClient owner;
    private final Authority authority;
    private final LocalDate today;

    InventedReading(JdbcClient owner, Authority authority, Instant now) {
        this.owner = owner;
        this.authority = authority;
        this.today = London.date(now);
    }

    void add() {
        ordinary("hub-worker", 9, 6);
        ordinary("hub-manager", 10, 4);
        ordinary("duty-worker", 20, 4);
        ordinary("head-of-service", 11, 2);
        ordinary("service-manager", 14, 2);
        workers();
        aFormerName();
        atNight();
        neverInvolved();
        refusedAgain();
    }

    /** On each working day the list of children missing, and some of the children on it. */
    private void ordinary(String role, int hour, int opened) {
        var picked = """
                with pool as materialized (
                    select distinct child_id from missing.episode where authority_id = :authority order by child_id limit 150),
                day as (select d::date as day from generate_series(cast(:today as date) - :days, cast(:today as date) - 1, interval '1 day') d
                        where extract(isodow from d) < 6),
                pick as (select day.day, p.child_id, p.place from day cross join lateral (
                         select child_id, row_number() over (order by md5(child_id::text || day.day || :role)) as place from pool) p where p.place <= :opened)
                select (day + make_interval(hours => :hour)) at time zone 'Europe/London' as at, 'list' as act, :person::uuid as person, null::uuid as child,
                       array_agg(child_id) as children, 'missing-now' as list from pick group by day
                union all
                select (day + make_interval(hours => :hour, mins => 7 * place::integer)) at time zone 'Europe/London', 'look', :person::uuid, child_id, null, null
                from pick) e
                """;
        write(picked)
                .param("today", Date.valueOf(today))
                .param("days", DAYS)
                .param("role", role)
                .param("opened", opened)
                .param("hour", hour)
                .param("person", authority.person(role))
                .update();
    }

    /** Allocated workers open the records of their children about once a week. */
    private void workers() {
        var own = """
                select (d.day + make_interval(hours => 9 + abs(hashtext(a.child_id::text || d.day)) % 8, mins => abs(hashtext(d.day || a.child_id::text)) % 60))
                           at time zone 'Europe/London' as at,
                       'look' as act, a.person_id as person, a.child_id as child, null::uuid[] as children, null as list
                from (select * from children.allocation where authority_id = :authority and ends_at is null order by id limit 600) a
                cross join lateral (select d::date as day from generate_series(cast(:today as date) - :days, cast(:today as date) - 1, interval '1 day') d
                                    where extract(isodow from d) < 6 and d >= a.starts_at and abs(hashtext(a.id::text || d::date)) % 6 = 0) d) e
                """;
        write(own).param("today", Date.valueOf(today)).param("days", DAYS).update();
    }

    private void aFormerName() {
        var reader = authority.nameOf("service-manager");
        var family = reader.substring(reader.lastIndexOf(' ') + 1);
        var found = someChild(0);
        if (found.isEmpty()) return;
        var child = found.get();
        owner.sql("""
                        insert into children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)
                        select c.authority_id, md5(c.id || 'previous')::uuid, c.id, 'previous', :family, c.given_names, c.recorded_at, c.recorded_by
                        from children.child c where c.authority_id = :authority and c.id = :child
                        """)
                .param("family", family)
                .param("authority", authority.id())
                .param("child", child)
                .update();
        searchedAndOpened("service-manager", child, 3, 15);
    }

    private void atNight() {
        for (var i = 0; i < 5; i++) {
            var minute = 10 + 6 * i;
            someChild(i).ifPresent(child -> opened("head-of-service", child, 2, 2, minute));
        }
    }

    private void neverInvolved() {
        someChild(7).ifPresent(child -> searchedAndOpened("executive-director", child, 4, 12));
    }

    private void refusedAgain() {
        var refused = """
                select (cast(:today as date) - 5 + make_interval(hours => 10, mins => n)) at time zone 'Europe/London' as at, 'refused' as act,
                       :person::uuid as person, null::uuid as child, null::uuid[] as children, null as list
                from generate_series(1, 6) n) e
                """;
        write(refused)
                .param("today", Date.valueOf(today))
                .param("person", authority.person("administrator"))
                .update();
    }

    /** A child whom nobody is allocated to and who was never missing. */
    private Optional<UUID> someChild(int number) {
        var sql = """
                select c.id from children.child c where c.authority_id = :authority
                  and not exists (select from access.involvement i where i.authority_id = c.authority_id and i.child_id = c.id)
                order by c.id offset :number limit 1
                """;
        return owner.sql(sql)
                .param("authority", authority.id())
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    private void searchedAndOpened(String role, UUID child, int daysAgo, int hour) {
        var searched = """
                select (cast(:today as date) - :ago + make_interval(hours => :hour)) at time zone 'Europe/London' as at, 'list' as act, :person::uuid as person,
                       null::uuid as child, array[:child::uuid] as children, 'children-search' as list) e
                """;
        write(searched)
                .param("today", Date.valueOf(today))
                .param("ago", daysAgo)
                .param("hour", hour)
                .param("person", authority.person(role))
                .param("child", child)
                .update();
        opened(role, child, daysAgo, hour, 2);
        opened(role, child, daysAgo, hour, 19);
    }

    private void opened(String role, UUID child, int daysAgo, int hour, int minute) {
        var look = """
                select (cast(:today as date) - :ago + make_interval(hours => :hour, mins => :minute)) at time zone 'Europe/London' as at, 'look' as act,
                       :person::uuid as person, :child::uuid as child, null::uuid[] as children, null as list) e
                """;
        write(look)
                .param("today", Date.valueOf(today))
                .param("ago", daysAgo)
                .param("hour", hour)
                .param("minute", minute)
                .param("person", authority.person(role))
                .param("child", child)
                .update();
    }

    private JdbcClient.StatementSpec write(String entries) {
        return owner.sql(WRITE + entries)
                .param("authority", authority.id())
                .param("agency", authority.agency("children"))
                .param("purpose", PURPOSE);
    }
}
