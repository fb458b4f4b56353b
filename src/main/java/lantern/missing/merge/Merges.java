package lantern.missing.merge;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges two episodes of one absence and undoes it. The merged one keeps everything written on it; its clocks end and its
 * notifications move to the one that is kept. Undoing puts both back as they were, clocks included.
 */
@Component
@Transactional
public class Merges {
    private final JdbcClient db;
    private final EpisodeRows rows;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Merges(JdbcClient db, EpisodeRows rows, Timescales timescales, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public UUID merge(UUID kept, UUID merged, String reason) {
        if (kept.equals(merged)) throw new Refused("Choose another episode: this one is kept", "merged");
        // Both rows are always locked in the same order, so that two people who merge them crosswise do not wait for
        // each other.
        var first = rows.lock(kept.compareTo(merged) < 0 ? kept : merged);
        var second = rows.lock(kept.compareTo(merged) < 0 ? merged : kept);
        var keeps = first.id().equals(kept) ? first : second;
        var goes = first.id().equals(kept) ? second : first;
        check(keeps, goes);
        var now = clock.instant();
        var id = Ids.next();
        write(id, keeps, goes, reason, now);
        timescales.happened(Happening.EPISODE_MERGED, Subject.episode(goes.id()), goes.child(), now, Set.of());
        ledger.act("episodes.merged", "episode", kept, keeps.child(), Map.of("merged", merged.toString()));
        return id;
    }

    private static void check(Episode keeps, Episode goes) {
        if (!keeps.child().equals(goes.child()))
            throw new Refused("The two episodes are of different children", "merged");
        for (var each : List.of(keeps, goes)) {
            if (each instanceof Episode.Merged || each instanceof Episode.Void)
                throw new Refused("One of the two is merged already or recorded in error", "merged");
        }
        if (keeps instanceof Episode.Open && !(goes instanceof Episode.Open))
            throw new Refused(
                    "The other episode says the child was found, this one says the child is missing."
                            + " Keep the other one if they are one absence, or record here that the child was found",
                    "merged");
    }

    private void write(UUID id, Episode keeps, Episode goes, String reason, Instant now) {
        var sql = """
                with moved as (
                    update missing.episode_notification set episode_id = :kept
                    where authority_id = :authority and episode_id = :merged returning notification_id
                ), covering as (
                    insert into missing.interview_episode (authority_id, interview_id, episode_id, child_id)
                    select authority_id, interview_id, :kept, child_id from missing.interview_episode
                    where authority_id = :authority and episode_id = :merged and not :open
                    on conflict do nothing returning interview_id
                ), merging as (
                    insert into missing.merge (authority_id, id, child_id, kept_id, merged_id, merged_stage, reason, merged_at, merged_by,
                                               moved_notifications, moved_interviews)
                    values (:authority, :id, :child, :kept, :merged, :stage, :reason, :now, :actor,
                        coalesce((select array_agg(notification_id) from moved), '{}'), coalesce((select array_agg(interview_id) from covering), '{}'))
                )
                update missing.episode set stage = 'merged', merged_into = :kept, disputed_with = null where authority_id = :authority and id = :merged
                """;
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("id", id)
                .param("child", keeps.child())
                .param("kept", keeps.id())
                .param("merged", goes.id())
                .param("stage", goes.stage())
                .param("open", keeps instanceof Episode.Open)
                .param("reason", reason)
                .param("now", stamp(now))
                .update();
    }

    record Merging(UUID id, UUID kept, UUID merged, String stage, boolean undone) {}

    Merging find(UUID id) {
        var sql = "select id, kept_id, merged_id, merged_stage, undone_at is not null as undone from missing.merge"
                + " where authority_id = :authority and id = :id";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> new Merging(
                        row.getObject("id", UUID.class),
                        row.getObject("kept_id", UUID.class),
                        row.getObject("merged_id", UUID.class),
                        row.getString("merged_stage"),
                        row.getBoolean("undone")))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    public void undo(UUID id, String because) {
        var merging = find(id);
        var keeps = rows.lock(merging.kept());
        var goes = rows.lock(merging.merged());
        if (find(id).undone() || !(goes instanceof Episode.Merged)) throw new Refused("This merge is undone already");
        if (merging.stage().equals("open") && anotherIsOpen(merging))
            throw new Refused(
                    "The child has another open episode: record there that the child was found, or merge it first");
        var sql = """
                with undone as (
                    update missing.merge set undone_at = :now, undone_by = :actor, undone_because = :because
                    where authority_id = :authority and id = :id returning moved_notifications, moved_interviews
                ), uncovered as (
                    delete from missing.interview_episode
                    where authority_id = :authority and episode_id = :kept and interview_id = any (select unnest(moved_interviews) from undone)
                ), moved_back as (
                    update missing.episode_notification set episode_id = :merged
                    where authority_id = :authority and episode_id = :kept and notification_id = any (select unnest(moved_notifications) from undone)
                )
                update missing.episode set stage = :stage, merged_into = null where authority_id = :authority and id = :merged
                """;
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("id", id)
                .param("kept", merging.kept())
                .param("merged", merging.merged())
                .param("stage", merging.stage())
                .param("because", because)
                .param("now", stamp(clock.instant()))
                .update();
        timescales.retract(Happening.EPISODE_MERGED, Subject.episode(merging.merged()), because);
        ledger.act(
                "episodes.unmerged",
                "episode",
                merging.kept(),
                keeps.child(),
                Map.of("merged", merging.merged().toString()));
    }

    private boolean anotherIsOpen(Merging merging) {
        var sql = """
                select exists (select from missing.episode e join missing.episode m on m.authority_id = e.authority_id and m.child_id = e.child_id
                    where m.authority_id = :authority and m.id = :merged and e.stage = 'open')
                """;
        return Boolean.TRUE.equals(db.sql(sql)
                .param("authority", access.actor().authority())
                .param("merged", merging.merged())
                .query(Boolean.class)
                .single());
    }
}
