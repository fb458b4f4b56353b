package lantern.access.people.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.ServerTest;
import lantern.access.Access;
import lantern.access.Announcements;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.platform.Ids;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Lantern does by itself, on an authority that no other test knows. */
class UpkeepTest extends ServerTest {
    @Autowired
    JdbcClient db;

    @Autowired
    Access access;

    @Autowired
    Announcements announcements;

    Upkeep upkeep;
    Setup setup;
    UUID authority;
    UUID police;
    UUID manager;

    @BeforeEach
    void anAuthority() {
        upkeep = new Upkeep(db, access, announcements, clock, true);
        setup = new Setup(database.owner(), SystemSecret.of(TestDatabase.folder()));
        var code = "upkeep-" + Ids.next().toString().substring(24);
        authority = setup.authority(code, "Upkeep", Instant.parse("2015-01-01T00:00:00Z"));
        police = setup.agency(authority, "police", "police", "Upkeep police");
        manager = person("manager", "agency-manager", 1);
    }

    @Test
    void an_account_unused_for_90_days_is_disabled_and_its_manager_told_once() {
        var gone = person("gone", "police-analyst", 91);
        var nearly = person("nearly", "police-analyst", 80);
        var here = person("here", "police-analyst", 2);
        upkeep.of(authority);
        upkeep.of(authority);
        assertThat(state(gone)).isEqualTo("disabled");
        assertThat(state(nearly)).isEqualTo("active");
        assertThat(state(here)).isEqualTo("active");
        assertThat(notices(gone)).containsExactlyInAnyOrder(gone, manager);
        assertThat(notices(nearly)).containsExactlyInAnyOrder(nearly, manager);
        assertThat(notices(here)).isEmpty();
    }

    @Test
    void each_quarter_an_agency_has_one_review_with_a_clock_that_ends_when_everybody_is_decided_on() {
        person("analyst", "police-analyst", 2);
        upkeep.of(authority);
        upkeep.of(authority);
        var reviews = database.owner()
                .sql("select id from access.people_review where authority_id = :authority and quarter = :quarter")
                .param("authority", authority)
                .param("quarter", Upkeep.quarter(clock.instant()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        assertThat(reviews).hasSize(1);
        assertThat(notices(reviews.getFirst())).containsExactly(manager);
        assertThat(database.owner()
                        .sql("select owner_person from timescales.timescale where subject_id = :id and met_at is null")
                        .param("id", reviews.getFirst())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list())
                .containsExactly(manager);
    }

    @Test
    void the_quarters_are_those_of_the_calendar_in_london() {
        assertThat(Upkeep.quarter(Instant.parse("2026-03-31T22:59:59Z"))).isEqualTo("2026Q1");
        assertThat(Upkeep.quarter(Instant.parse("2026-03-31T23:00:00Z"))).isEqualTo("2026Q2");
        assertThat(Upkeep.quarter(Instant.parse("2026-12-31T23:59:59Z"))).isEqualTo("2026Q4");
    }

    @Test
    void what_was_planned_is_done_on_its_day() {
        var person = person("mover", "police-analyst", 2);
        database.owner()
                .sql("""
                        insert into access.person_change (authority_id, id, person_id, kind, ends_post, agency_id, role, takes_effect_at, reason, asked_at, asked_by, needs_second)
                        select o.authority_id, :id, o.person_id, 'post', o.id, o.agency_id, 'agency-manager', now() - interval '1 minute', 'Promoted', now(), :by, false
                        from access.post o where o.person_id = :person
                        """)
                .param("id", Ids.next())
                .param("by", manager)
                .param("person", person)
                .update();
        upkeep.of(authority);
        upkeep.of(authority);
        assertThat(database.owner()
                        .sql(
                                "select role from access.post where person_id = :person and (ends_at is null or ends_at > now())")
                        .param("person", person)
                        .query(String.class)
                        .list())
                .containsExactly("agency-manager");
    }

    @Test
    void who_looks_after_a_system_is_told_once_that_its_token_expires_soon() {
        var client = setup.client(authority, police, "Records", "client", clock.instant());
        setup.token(
                authority,
                client,
                List.of("notifications:write"),
                clock.instant().plus(Duration.ofDays(20)),
                clock.instant());
        upkeep.of(authority);
        upkeep.of(authority);
        assertThat(notices(client)).containsExactly(manager);
    }

    private UUID person(String name, String role, int daysUnused) {
        var long_ = Instant.parse("2015-01-01T00:00:00Z");
        var person = setup.person(authority, name, name + "@" + authority + ".example", long_);
        setup.post(authority, person, police, null, role, long_);
        var at = clock.instant().minus(Duration.ofDays(daysUnused)).atOffset(ZoneOffset.UTC);
        database.owner()
                .sql("""
                        with active as (update access.person set state = 'active' where id = :person)
                        insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at, ended_at)
                        select :id, sha256(convert_to(:id::text, 'UTF8')), o.authority_id, o.person_id, o.id, :at, :at, :at from access.post o where o.person_id = :person
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("at", at)
                .update();
        return person;
    }

    private static String state(UUID person) {
        return database.owner()
                .sql("select state from access.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private static List<UUID> notices(UUID subject) {
        return database.owner()
                .sql("select to_person from timescales.notice where subject_id = :id")
                .param("id", subject)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
