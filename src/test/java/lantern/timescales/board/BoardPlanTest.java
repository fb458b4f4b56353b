package lantern.timescales.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import lantern.TestRegion;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.platform.postgres.TestDatabase;
import lantern.timescales.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** At a million timescales the board reads an index in order and stops after a page; nothing is timed, buffers are counted. */
class BoardPlanTest {
    private static final int MOST_BUFFERS = 2_500;

    static TestDatabase database;
    static TestRegion region;

    @BeforeAll
    static void aMillionTimescales() {
        database = TestDatabase.fresh();
        region = TestRegion.in(database);
        // Two authorities, half each; one in twenty is open, as after some years; forty teams; a third are owned by a
        // person.
        var sql = """
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, owner_team,
                    owner_person, worker_team, started_by, starts_at, due_at, due_soon_at, met_at, next_send_at, recorded_at)
                select case when n % 2 = 0 then :one::uuid else :two::uuid end, uuidv7(), 'return-interview', uuidv7(), 'episode', uuidv7(), uuidv7(),
                    case when n % 3 = 0 then 'hub-worker' else 'social-worker' end, md5((n % 40)::text)::uuid,
                    case when n % 3 = 1 then md5((n % 400)::text)::uuid end, md5((n % 40)::text)::uuid, uuidv7(),
                    at, at + interval '72 hours', at + interval '54 hours', case when n % 20 > 1 then at + interval '1 day' end,
                    case when n % 20 < 2 then at + interval '72 hours' end, at
                from generate_series(1, 1000000) n, lateral (select now() - (n % 700) * interval '1 hour' as at) a
                """;
        var owner = database.owner();
        // Plans are the same without a write-ahead log, and the rows are there sooner.
        owner.sql("alter table timescales.timescale set unlogged").update();
        owner.sql(sql)
                .param("one", region.authority("merrowdale"))
                .param("two", region.authority("larkwater"))
                .update();
        owner.sql("analyze timescales.timescale").update();
    }

    @Test
    void every_list_of_a_person_who_sees_the_authority_is_an_index_scan() throws SQLException {
        for (var whose : Wanted.Whose.values()) {
            for (var state : new State[] {null, State.LATE, State.DUE_SOON}) {
                var wanted = new Wanted(whose, state, null, null);
                reads("hub-worker", Board.sql(actor(Actor.Reach.AUTHORITY), wanted), wanted.toString());
            }
        }
    }

    @Test
    void the_list_of_someone_who_sees_only_children_they_work_with_starts_from_those_children() throws SQLException {
        var wanted = new Wanted(Wanted.Whose.ALL, null, null, null);
        var sql = """
                insert into access.involvement (authority_id, id, child_id, agency_id, team_id, kind, subject_id, starts_at)
                select authority_id, uuidv7(), child_id, :agency, :team, 'allocation', subject_id, now() - interval '1 hour'
                from timescales.timescale where authority_id = :authority limit 300
                """;
        database.owner()
                .sql(sql)
                .param("agency", region.agency("merrowdale/children"))
                .param("team", region.team("merrowdale/north"))
                .param("authority", region.authority("merrowdale"))
                .update();
        database.owner().sql("analyze access.involvement").update();
        reads("social-worker", Board.sql(actor(Actor.Reach.INVOLVED), wanted), wanted.toString());
    }

    @Test
    void what_is_due_to_be_sent_is_an_index_scan() throws SQLException {
        var sql = """
                select * from timescales.timescale where authority_id = :authority and next_send_at <= :now
                order by next_send_at limit 100 for update skip locked
                """;
        reads("hub-worker", sql, "sends");
    }

    private void reads(String role, String sql, String what) throws SQLException {
        var login = database.settings().app();
        try (var connection = DriverManager.getConnection(database.settings().url(), login.user(), login.password())) {
            connection.setAutoCommit(false);
            try (var begin = connection.prepareStatement("select * from ctx.begin(?, 'test')")) {
                begin.setString(1, region.session("merrowdale", role));
                begin.execute();
            }
            var plan = plan(connection, sql);
            assertThat(plan).as(what + "\n" + plan).doesNotContain("Seq Scan on timescale ");
            assertThat(buffers(plan)).as(what + "\n" + plan).isLessThan(MOST_BUFFERS);
        }
    }

    private String plan(Connection connection, String sql) throws SQLException {
        var values = new java.util.HashMap<String, Object>(Map.of(
                "authority", region.authority("merrowdale"),
                "afterAt", "-infinity",
                "afterId", "00000000-0000-0000-0000-000000000000",
                "me", UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b"),
                "role", "hub-worker",
                "myTeam", UUID.fromString("c4ca4238-a0b9-2382-0dcc-509a6f75849b"),
                "myAgency", region.agency("merrowdale/children"),
                "now", java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC),
                "most", 51));
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        var bound = NamedParameterUtils.buildValueArray(
                parsed, new org.springframework.jdbc.core.namedparam.MapSqlParameterSource(values), null);
        var positional = NamedParameterUtils.substituteNamedParameters(
                parsed, new org.springframework.jdbc.core.namedparam.MapSqlParameterSource(values));
        var plan = new StringBuilder();
        try (var statement =
                connection.prepareStatement("explain (analyze, buffers, timing off, costs off) " + positional)) {
            for (var i = 0; i < bound.length; i++) {
                if (bound[i] instanceof org.springframework.jdbc.core.SqlParameterValue value)
                    statement.setObject(i + 1, value.getValue());
                else statement.setObject(i + 1, bound[i]);
            }
            var rows = statement.executeQuery();
            while (rows.next()) plan.append(rows.getString(1)).append('\n');
        }
        return plan.toString();
    }

    /** The first "Buffers: shared hit=n read=m" is that of the whole statement. */
    private static long buffers(String plan) {
        var found = java.util.regex.Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?")
                .matcher(plan);
        if (!found.find()) return 0;
        return number(found.group(1)) + number(found.group(2));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Actor actor(Actor.Reach reach) {
        return new Actor(
                region.authority("merrowdale"),
                "merrowdale",
                null,
                null,
                null,
                UUID.randomUUID(),
                "Pat",
                Actor.Kind.PERSON,
                "hub-worker",
                "Hub worker",
                reach,
                EnumSet.noneOf(Permission.class),
                UUID.randomUUID(),
                "*",
                reach == Actor.Reach.AUTHORITY ? "*" : "");
    }
}
