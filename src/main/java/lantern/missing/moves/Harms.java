package lantern.missing.moves;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.platform.Refused;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of harm to the child while missing; what was said of it before stays in the log. */
@Component
@Transactional
class Harms {
    private final JdbcClient db;
    private final EpisodeRows episodes;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Harms(JdbcClient db, EpisodeRows episodes, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.episodes = episodes;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** {@code harm}: 'suffered', 'suspected' or 'none-known'. */
    record Harm(
            String harm, Collection<String> kinds, @Nullable String note) {
        String words() {
            var which =
                    kinds.isEmpty() ? "" : ": " + kinds.stream().map(Words::of).collect(Collectors.joining(", "));
            return Words.of(harm) + which + (note == null ? "" : ". " + note);
        }
    }

    void record(UUID id, Harm harm) {
        var episode = episodes.lock(id);
        if (episode instanceof Episode.Open)
            throw new Refused("The child is still recorded as missing: record where the child was found first");
        if (episode instanceof Episode.Merged || episode instanceof Episode.Void)
            throw new Refused("This episode was merged into another or recorded in error: go to the one that is kept");
        if (harm.harm().equals("none-known") && !harm.kinds().isEmpty())
            throw new Refused("No harm is known, and a kind of harm is ticked: change one of the two", "harm");
        var was = before(id);
        var sql = """
                update missing.episode set harm = :harm, harm_kinds = :kinds, harm_note = :note where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("harm", harm.harm())
                .param("kinds", harm.kinds().toArray(String[]::new))
                .param("note", harm.note())
                .update();
        if (was != null)
            episodes.corrected(episode, "Harm", was.words(), harm.words(), "more became known", clock.instant());
        ledger.act("episode.harm-recorded", "episode", id, episode.child());
    }

    private @Nullable Harm before(UUID id) {
        return db
                .sql(
                        "select harm, harm_kinds, harm_note from missing.episode where authority_id = :authority and id = :id")
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> row.getString("harm") == null
                        ? List.<Harm>of()
                        : List.of(new Harm(
                                row.getString("harm"),
                                List.of((String[]) row.getArray("harm_kinds").getArray()),
                                row.getString("harm_note"))))
                .single()
                .stream()
                .findFirst()
                .orElse(null);
    }
}
