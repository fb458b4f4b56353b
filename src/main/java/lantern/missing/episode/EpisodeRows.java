package lantern.missing.episode;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.missing.episode.Episode.Closed;
import lantern.missing.episode.Episode.Located;
import lantern.missing.episode.Episode.Merged;
import lantern.missing.episode.Episode.Open;
import lantern.missing.episode.Episode.Returned;
import lantern.missing.episode.Episode.Void;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Episodes as rows: locked before a decision, saved after it. Two facts about one episode come one after the other. */
@Component
public class EpisodeRows {
    private final JdbcClient db;
    private final Access access;

    EpisodeRows(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** The episode, held until the end of the transaction; not found when it does not exist or may not be seen. */
    public Episode lock(UUID id) {
        var sql = "select * from missing.episode where authority_id = :authority and id = :id for update";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> episode(row))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** The child's latest episode that a found report made at this time can be about, held. */
    public Optional<Episode> lockForFound(UUID child, Instant foundAt) {
        var sql = """
                select * from missing.episode
                where authority_id = :authority and child_id = :child and stage in ('open', 'located', 'returned', 'closed') and missing_since <= :at
                order by missing_since desc limit 1 for update
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("at", stamp(foundAt))
                .query((row, n) -> episode(row))
                .optional();
    }

    /** The child's open episode, or else one whose child is not yet back, held. */
    public Optional<Episode> lockRunning(UUID child) {
        var sql = """
                select * from missing.episode
                where authority_id = :authority and child_id = :child and stage in ('open', 'located')
                order by stage = 'open' desc, missing_since desc limit 1 for update
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .query((row, n) -> episode(row))
                .optional();
    }

    /** Saves stage and times; what else a move brings is saved by the move. */
    void save(Episode episode) {
        var sql = """
                update missing.episode set stage = :stage, missing_since = :since, located_at = :located, returned_at = :returned
                where authority_id = :authority and id = :id
                """;
        var located =
                switch (episode) {
                    case Located it -> it.locatedAt();
                    case Returned it -> it.locatedAt();
                    case Closed it -> it.locatedAt();
                    case Open _, Merged _, Void _ -> null;
                };
        var returned =
                switch (episode) {
                    case Returned it -> it.returnedAt();
                    case Closed it -> it.returnedAt();
                    case Open _, Located _, Merged _, Void _ -> null;
                };
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", episode.id())
                .param("stage", episode.stage())
                .param("since", stamp(episode.missingSince()))
                .param("located", stamp(located))
                .param("returned", stamp(returned))
                .update();
    }

    /** Keeps what a correction put right, for the trail. */
    public void corrected(
            Episode episode, String field, @Nullable String was, @Nullable String became, String reason, Instant now) {
        var sql = """
                insert into missing.correction (authority_id, id, episode_id, child_id, field, was, became, reason, recorded_at, recorded_by)
                values (:authority, :id, :episode, :child, :field, :was, :became, :reason, :now, :actor)
                """;
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", Ids.next())
                .param("episode", episode.id())
                .param("child", episode.child())
                .param("field", field)
                .param("was", was)
                .param("became", became)
                .param("reason", reason)
                .param("now", stamp(now))
                .param("actor", actor.id())
                .update();
    }

    private static Episode episode(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var child = row.getObject("child_id", UUID.class);
        var since = instant(row, "missing_since");
        return switch (row.getString("stage")) {
            case "open" -> new Open(id, child, since);
            case "located" -> new Located(id, child, since, instant(row, "located_at"));
            case "returned" -> new Returned(id, child, since, instant(row, "located_at"), instant(row, "returned_at"));
            case "closed" ->
                new Closed(
                        id,
                        child,
                        since,
                        instant(row, "located_at"),
                        instant(row, "returned_at"),
                        instant(row, "closed_at"));
            case "merged" -> new Merged(id, child, since, row.getObject("merged_into", UUID.class));
            case "void" -> new Void(id, child, since);
            case String other -> throw new IllegalStateException("The database allows no stage " + other);
        };
    }
}
