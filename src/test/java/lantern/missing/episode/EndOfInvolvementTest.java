package lantern.missing.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lantern.TestRegion;
import lantern.platform.Ids;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** What brought an agency to a child is over some time, and with it the sight. */
class EndOfInvolvementTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestRegion REGION = TestRegion.in(DATABASE);
    private final UUID authority = REGION.authority("merrowdale");

    @Test
    void police_see_a_child_for_28_days_after_the_episode_is_closed_and_as_long_as_it_is_open() {
        var open = involvement(episode("open", null));
        var recent = involvement(episode("closed", "20 days"));
        var longAgo = involvement(episode("closed", "29 days"));
        DATABASE.superuser()
                .sql("do $$ begin perform ctx.begin('" + REGION.system("merrowdale")
                        + "', 'test'); perform missing.end_what_is_over(now()); end $$")
                .update();
        assertThat(ended(open)).isFalse();
        assertThat(ended(recent)).isFalse();
        assertThat(ended(longAgo)).isTrue();
    }

    private boolean ended(UUID involvement) {
        return DATABASE.superuser()
                .sql("select ends_at is not null from access.involvement where id = :id")
                .param("id", involvement)
                .query(Boolean.class)
                .single();
    }

    private UUID episode(String stage, @org.jspecify.annotations.Nullable String closed) {
        var child = Ids.next();
        var id = Ids.next();
        DATABASE.superuser()
                .sql(
                        "insert into children.child (authority_id, id, reference, family_name, birth_precision, recorded_at, recorded_by)"
                                + " values (:authority, :child, :reference, 'Over', 'unknown', now(), :child)")
                .param("authority", authority)
                .param("child", child)
                .param("reference", child.toString())
                .update();
        DATABASE.superuser()
                .sql(
                        "insert into missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, looked_after, opened_at, opened_by,"
                                + " located_at, returned_at, closed_at, closed_by, closed_review)"
                                + " select :authority, :id, :child, :stage, 'home', now() - interval '90 days', false, now(), :child, ended, ended, ended,"
                                + " case when ended is not null then :child end, case when ended is not null then 'reviewed' end"
                                + " from (select now() - :closed::interval as ended) x")
                .param("authority", authority)
                .param("id", id)
                .param("child", child)
                .param("stage", stage)
                .param("closed", closed)
                .update();
        return id;
    }

    private UUID involvement(UUID episode) {
        var id = Ids.next();
        DATABASE.superuser()
                .sql(
                        "insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)"
                                + " select authority_id, :id, child_id, :agency, 'episode', id, opened_at from missing.episode where id = :episode")
                .param("id", id)
                .param("agency", REGION.agency("merrowdale/police"))
                .param("episode", episode)
                .update();
        return id;
    }
}
