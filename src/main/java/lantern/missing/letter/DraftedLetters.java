package lantern.missing.letter;

import java.time.Instant;
import java.util.UUID;
import lantern.access.Access;
import lantern.children.Children;
import lantern.missing.counters.Patterns;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.Refused;
import lantern.platform.Stamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a letter is drawn from. */
@Component
class DraftedLetters {
    private final EpisodeQueries episodes;
    private final Children children;
    private final Patterns patterns;
    private final JdbcClient db;
    private final Access access;

    DraftedLetters(EpisodeQueries episodes, Children children, Patterns patterns, JdbcClient db, Access access) {
        this.episodes = episodes;
        this.children = children;
        this.patterns = patterns;
        this.db = db;
        this.access = access;
    }

    Drafts.Draft of(UUID id, Letter.Kind kind, Instant now) {
        var episode = episodes.episode(id);
        var child = children.find(episode.child()).orElseThrow(Refused::notFound);
        var from = db.sql("select name from access.v_agency where authority_id = :authority and id = :agency")
                .param("authority", access.actor().authority())
                .param("agency", access.actor().agency())
                .query(String.class)
                .optional()
                .orElse("our authority");
        return Drafts.of(
                kind, episode, child, episodes.log(id), policeReported(id), patterns.of(child.id(), now), from, now);
    }

    /** When the police reported this absence themselves: then they know. */
    private @Nullable Instant policeReported(UUID episode) {
        var sql = """
                select n.reported_at from missing.episode_notification l
                join intake.v_notification n on n.authority_id = l.authority_id and n.id = l.notification_id and n.kind = 'missing'
                join access.v_agency a on a.authority_id = n.authority_id and a.id = n.agency_id and a.kind = 'police'
                where l.authority_id = :authority and l.episode_id = :episode order by n.reported_at limit 1
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("episode", episode)
                .query((row, n) -> Stamps.instant(row, "reported_at"))
                .optional()
                .orElse(null);
    }
}
