package lantern.missing.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantern.missing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BoardTest extends Story {
    private static final BoardFilter EVERYBODY = new BoardFilter("open", null, null, null, null, null, null, 1);

    @Autowired
    private BoardQueries queries;

    @Autowired
    private JdbcClient db;

    @Test
    void the_board_shows_a_missing_child_with_the_next_clock_and_another_authority_sees_nothing() {
        var child = aLookedAfterChild();
        var episode = missing(child, clock.instant().minusSeconds(3600));
        var filter = BoardFilter.of(null, null, "looked-after", "placement", null, null, null, null);
        var row = as("hub-worker", () -> queries.rows(filter, clock.instant())).stream()
                .filter(each -> each.episode().equals(episode))
                .findFirst()
                .orElseThrow();
        assertThat(row.standard()).isNotNull();
        assertThat(as("larkwater", "hub-worker", () -> queries.rows(filter, clock.instant())))
                .noneMatch(each -> each.episode().equals(episode));
    }

    @Test
    void a_filter_that_cannot_be_shows_more_children_and_never_fewer() {
        assertThat(BoardFilter.of("gone", "north", "x", "moon", "7", "deep", "the sea", "-3"))
                .isEqualTo(new BoardFilter("open", null, null, null, null, null, null, 1));
    }

    /** At target size: 100,000 closed episodes and 500 open ones. */
    @Test
    void the_board_reads_by_its_indexes_at_target_size() {
        var authority = region.authority("larkwater");
        var hub = region.person("larkwater", "hub-worker");
        var sql = """
                with kids as (
                    insert into children.child (authority_id, id, reference, family_name, birth_precision, recorded_at, recorded_by)
                    select :authority, uuidv7(), 'B' || n, 'Board', 'unknown', now(), :by from generate_series(1, 20000) n returning id
                ), numbered as (select id, row_number() over () as n from kids)
                insert into missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, looked_after, opened_at, opened_by,
                    located_at, returned_at, closed_at, closed_by, closed_review)
                select :authority, uuidv7(), k.id, s.stage, 'home', now() - interval '1 hour' * (m.n * 20000 + k.n), false, now(), :by,
                    case s.stage when 'closed' then now() end, case s.stage when 'closed' then now() end, case s.stage when 'closed' then now() end,
                    case s.stage when 'closed' then :by::uuid end, case s.stage when 'closed' then 'done' end
                from numbered k cross join generate_series(0, 5) m(n)
                cross join lateral (select case when m.n = 0 and k.n <= 500 then 'open' else 'closed' end as stage) s
                where m.n > 0 or k.n <= 500
                """;
        database.owner().sql(sql).param("authority", authority).param("by", hub).update();
        var more = """
                with classified as (
                    insert into missing.classification (authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by)
                    select authority_id, uuidv7(), id, child_id, 'police-risk', 'low', missing_since, now(), opened_by from missing.episode
                    where authority_id = :authority
                )
                insert into timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, started_by,
                    starts_at, due_at, due_soon_at, met_at, recorded_at)
                select authority_id, uuidv7(), 'return-interview', (select min(v.id::text)::uuid from timescales.standard_version v
                        where v.standard_id = 'return-interview' and v.authority_id is null), 'episode', id, child_id, 'interviewer', id, missing_since, now(), now(),
                    case stage when 'closed' then now() end, now()
                from missing.episode where authority_id = :authority
                """;
        database.owner().sql(more).param("authority", authority).update();
        database.superuser().sql("analyze").update();
        var plan = String.join("\n", as("larkwater", "hub-worker", this::plan));
        assertThat(plan)
                .doesNotContain(
                        "Seq Scan on episode",
                        "Seq Scan on child",
                        "Seq Scan on timescale",
                        "Seq Scan on classification");
        assertThat(plan).contains("episode_missing_now");
        assertThat(as("larkwater", "hub-worker", () -> queries.rows(EVERYBODY, clock.instant())))
                .hasSize(BoardQueries.PAGE + 1);
    }

    private List<String> plan() {
        return db.sql("explain " + BoardQueries.sql(EVERYBODY))
                .param("authority", region.authority("larkwater"))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
