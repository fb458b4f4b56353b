package lantern.demo.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Setup;
import lantern.access.SystemTokens;
import lantern.platform.Ids;
import lantern.platform.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the benchmark needs of the demo region: children to report, a machine's token, a signed-in hub worker, and what was written. */
final class Region {
    static final String AUTHORITY = "merrowdale";

    private final DriverManagerDataSource database;
    private final JdbcClient owner;
    private final Setup setup;
    private final Clock clock;

    Region(DatabaseSettings settings, SystemTokens tokens, Clock clock) {
        var login = settings.migrator();
        database = new DriverManagerDataSource(
                settings.url() + "?options=-c%20role=lantern_owner", login.user(), login.password());
        owner = JdbcClient.create(database);
        setup = new Setup(owner, tokens);
        this.clock = clock;
    }

    record Child(
            UUID id,
            String familyName,
            String givenNames,
            String born,
            String nhsNumber,
            @Nullable String postcode) {
        byte[] missing(long number, String now) {
            return """
                    {"source":"bench","sourceReference":"bench-%d","kind":"missing","reportedAt":"%s",
                     "reporter":{"name":"Duty desk","relationship":"police"},
                     "child":{"familyName":"%s","givenNames":"%s","dateOfBirth":"%s","identifiers":{"nhsNumber":"%s"}},
                     "missing":{"lastSeenAt":"%s","lastSeenPlace":"the bus station","missingFrom":"home","classification":"missing","risk":"medium",
                                "circumstances":"Left after school and did not come home","policeReference":"BENCH/%d"}}
                    """.formatted(number, now, familyName, givenNames, born, nhsNumber, now, number)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Children spread over the register who have an NHS number, so that each report finds its child for certain. */
    List<Child> children(int most) {
        var sql = """
                select c.id, c.family_name, c.given_names, c.date_of_birth::text as born, i.value as nhs,
                       (select a.postcode from children.address a where a.authority_id = c.authority_id and a.child_id = c.id limit 1) as postcode
                from children.identifier i join children.child c on c.authority_id = i.authority_id and c.id = i.child_id
                where i.kind = 'nhs-number' and i.well_formed and c.birth_precision = 'exact' and c.family_name !~ '["\\\\]'
                  and i.authority_id = (select id from access.authority where code = :authority)
                order by md5(i.value) limit :most
                """;
        return owner.sql(sql)
                .param("authority", AUTHORITY)
                .param("most", most)
                .query((row, n) -> new Child(
                        row.getObject("id", UUID.class),
                        row.getString("family_name"),
                        row.getString("given_names"),
                        row.getString("born"),
                        row.getString("nhs"),
                        row.getString("postcode")))
                .list();
    }

    long size() {
        return owner.sql("select count(*) from children.child")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    JdbcClient owner() {
        return owner;
    }

    Setup setup() {
        return setup;
    }

    /** Ids of children by why the hub worker does not see them; the restricted ones are restricted for it. */
    Map<String, List<UUID>> hidden(int many) {
        var restricted =
                "select id from children.child where authority_id = (select id from access.authority where code = :authority) order by md5(id::text) limit :many";
        var own = ids(restricted, AUTHORITY, many);
        var sql = """
                insert into access.restriction (authority_id, id, child_id, reason, starts_at, restricted_by)
                select c.authority_id, uuidv7(), c.id, 'Benchmark', now(), c.recorded_by from children.child c
                where c.id = any (:ids) and not exists (select from access.restriction r where r.child_id = c.id and r.ended_at is null)
                """;
        owner.sql(sql).param("ids", own.toArray(UUID[]::new)).update();
        var others = restricted.replace("= (select", "<> (select");
        return Map.of("restricted", own, "ofAnotherAuthority", ids(others, AUTHORITY, many));
    }

    private List<UUID> ids(String sql, String authority, int many) {
        return owner.sql(sql)
                .param("authority", authority)
                .param("many", many)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Children whom the team of this session's person works with. */
    List<UUID> childrenOf(String token, int many) {
        var sql = """
                select i.child_id from access.session s join access.post o on o.authority_id = s.authority_id and o.id = s.post_id
                join access.involvement i on i.authority_id = o.authority_id and i.agency_id = o.agency_id and (i.team_id is null or i.team_id = o.team_id)
                where s.token_hash = sha256(convert_to(:authority, 'UTF8')) and i.ends_at is null
                  and not exists (select from access.restriction r where r.authority_id = i.authority_id and r.child_id = i.child_id)
                group by 1 limit :many
                """;
        return ids(sql, token, many);
    }

    /** Children whom nobody of the worker's agency works with. */
    List<UUID> withoutInvolvement(int many) {
        var sql = """
                select id from children.child c where authority_id = (select id from access.authority where code = :authority)
                  and not exists (select from access.involvement i where i.authority_id = c.authority_id and i.child_id = c.id)
                  and not exists (select from access.restriction r where r.authority_id = c.authority_id and r.child_id = c.id)
                order by md5(id::text) desc limit :many
                """;
        return ids(sql, AUTHORITY, many);
    }

    String policeToken() {
        var agency = setup.agencyOf(AUTHORITY + "/police");
        var client = setup.client(agency.authority(), agency.agency(), "Benchmark", "client", clock.instant());
        // What is measured is the work, not the limit of calls.
        owner().sql("update access.client set per_minute = 100000 where id = :id")
                .param("id", client)
                .update();
        return setup.token(
                agency.authority(),
                client,
                List.of("notifications:write"),
                clock.instant().plus(1, ChronoUnit.DAYS),
                clock.instant());
    }

    /** Opens a session as the database's owner can; the cookie of somebody in the role. */
    String hubWorkersSession() {
        return session("hub-worker");
    }

    String session(String role) {
        var token = "ls_" + UUID.randomUUID() + UUID.randomUUID();
        var sql = """
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                select :id, sha256(convert_to(:token, 'UTF8')), o.authority_id, o.person_id, o.id, now(), now()
                from access.post o join access.authority a on a.id = o.authority_id
                where a.code = :authority and o.role = :role and o.ends_at is null limit 1
                """;
        owner.sql(sql)
                .param("id", Ids.next())
                .param("token", token)
                .param("role", role)
                .param("authority", AUTHORITY)
                .update();
        return token;
    }

    /** As the database's owner, whom no row policy holds back. */
    Connection connection() throws SQLException {
        return database.getConnection();
    }

    long postmaster() {
        return owner.sql("select pg_backend_pid()")
                .query((row, n) -> ProcessHandle.of(row.getLong(1))
                        .flatMap(ProcessHandle::parent)
                        .orElseThrow()
                        .pid())
                .single();
    }

    Map<String, Long> rowsInserted() throws InterruptedException {
        Thread.sleep(2_500); // the server counts with a delay of up to a second
        var sql =
                "select schemaname || '.' || relname, n_tup_ins from pg_stat_user_tables where schemaname in ('intake','missing','timescales','audit','access','children')";
        return owner.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void settle() throws SQLException {
        owner.sql("vacuum analyze").update(); // as autovacuum leaves a database that has run for a day
    }
}
