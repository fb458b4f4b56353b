package lantern.missing.plan;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.audit.Ledger;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every version of the plan. What it says to duty staff is also a step of the episode, and that is what meets "Plan for the duty team". */
@Component
@Transactional
public class ReturnPlans {
    private final JdbcClient db;
    private final EpisodeRows episodes;
    private final EpisodeLog log;
    private final Access access;
    private final Names names;
    private final Ledger ledger;
    private final Clock clock;

    ReturnPlans(
            JdbcClient db,
            EpisodeRows episodes,
            EpisodeLog log,
            Access access,
            Names names,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.episodes = episodes;
        this.log = log;
        this.access = access;
        this.names = names;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Written(
            String placesOfSafety,
            String whoCollects,
            String dutyStaff,
            @Nullable String samePlacement,
            @Nullable String placementReason) {}

    public void write(UUID episode, Written plan) {
        if ("no".equals(plan.samePlacement()) && plan.placementReason() == null)
            throw new Refused("Say why the child does not go back to the same placement", "placement-reason");
        var now = clock.instant();
        var about = episodes.lock(episode);
        log.record(episode, Entry.of(Entry.Kind.DUTY_PLAN, plan.dutyStaff(), now));
        var sql = """
                insert into missing.return_plan (authority_id, id, episode_id, child_id, places_of_safety, who_collects, duty_staff, same_placement,
                    placement_reason, recorded_at, recorded_by)
                values (:authority, :id, :episode, :child, :places, :collects, :duty, :same, :reason, :now, :actor)
                """;
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", Ids.next())
                .param("episode", episode)
                .param("child", about.child())
                .param("places", plan.placesOfSafety())
                .param("collects", plan.whoCollects())
                .param("duty", plan.dutyStaff())
                .param("same", plan.samePlacement())
                .param("reason", plan.placementReason())
                .param("now", stamp(now))
                .param("actor", actor.id())
                .update();
        ledger.act("return-plan.written", "episode", episode, about.child());
    }

    /** The plan that holds now. */
    public Optional<ReturnPlan> of(UUID episode) {
        var sql = """
                select * from missing.return_plan where authority_id = :authority and episode_id = :episode
                order by recorded_at desc, id desc limit 1
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("episode", episode)
                .query((row, n) -> {
                    var by = row.getObject("recorded_by", UUID.class);
                    return new ReturnPlan(
                            row.getObject("id", UUID.class),
                            row.getString("places_of_safety"),
                            row.getString("who_collects"),
                            row.getString("duty_staff"),
                            row.getString("same_placement"),
                            row.getString("placement_reason"),
                            instant(row, "recorded_at"),
                            names.of(java.util.List.of(by)).name(by));
                })
                .optional();
    }
}
