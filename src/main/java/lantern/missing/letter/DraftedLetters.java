package lantern.missing.letter;

import java.time.Instant;
import java.util.UUID;
import lantern.access.Access;
import lantern.children.Children;
import lantern.missing.counters.Patterns;
import lantern.missing.record.EpisodeQueries;
import lantern.platform.Refused;
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
        return Drafts.of(kind, episode, child, episodes.log(id), patterns.of(child.id(), now), from, now);
    }
}
