package lantern.missing.letter;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.audit.Ledger;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Told;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes letters, says that they were sent and answered. Sending one is telling somebody, so it stands in the episode's log: the note to the Executive Director
 * meets the 48 hours.
 */
@Component
@Transactional
public class Letters {
    private final JdbcClient db;
    private final EpisodeRows episodes;
    private final EpisodeLog log;
    private final Access access;
    private final Names names;
    private final Ledger ledger;
    private final Clock clock;

    Letters(
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

    public UUID make(UUID episode, Letter.Kind kind, String recipient, String subject, String words) {
        var about = episodes.lock(episode);
        var id = Ids.next();
        var actor = access.actor();
        var sql = """
                insert into missing.letter (authority_id, id, episode_id, child_id, kind, recipient, subject, words, made_at, made_by)
                values (:authority, :id, :episode, :child, :kind, :recipient, :subject, :words, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .param("episode", episode)
                .param("child", about.child())
                .param("kind", kind.code)
                .param("recipient", recipient)
                .param("subject", subject)
                .param("words", words)
                .param("now", stamp(clock.instant()))
                .param("actor", actor.id())
                .update();
        ledger.act("letter.made", "letter", id, about.child(), Map.of("kind", kind.code));
        return id;
    }

    public Letter one(UUID id) {
        return read("id", id).stream().findFirst().orElseThrow(Refused::notFound);
    }

    public List<Letter> of(UUID episode) {
        return read("episode_id", episode);
    }

    private List<Letter> read(String column, UUID id) {
        var sql = "select * from missing.letter where authority_id = :authority and " + column
                + " = :id order by made_at desc, id desc";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> {
                    var by = row.getObject("made_by", UUID.class);
                    return new Letter(
                            row.getObject("id", UUID.class),
                            row.getObject("episode_id", UUID.class),
                            row.getObject("child_id", UUID.class),
                            Letter.Kind.of(row.getString("kind")),
                            row.getString("recipient"),
                            row.getString("subject"),
                            row.getString("words"),
                            instant(row, "made_at"),
                            names.of(List.of(by)).name(by),
                            instantOrNull(row, "sent_at"),
                            row.getString("sent_how"),
                            instantOrNull(row, "reply_at"),
                            row.getString("reply_words"));
                })
                .list();
    }

    public void sent(UUID id, Instant at, String how) {
        var letter = one(id);
        var sql = """
                update missing.letter set sent_at = :at, sent_how = :how, sent_by = :actor
                where authority_id = :authority and id = :id and sent_at is null
                """;
        var updated = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("at", stamp(at))
                .param("how", how)
                .param("actor", access.actor().id())
                .update();
        if (updated == 0) throw new Refused("It is recorded already that this letter was sent");
        var words = "Letter to " + letter.recipient() + ", " + how + ": " + letter.subject();
        var missing = episodes.lock(letter.episode()) instanceof Episode.Open;
        log.record(
                letter.episode(),
                switch (letter.kind()) {
                    case DIRECTOR ->
                        Entry.informed(Told.EXECUTIVE_DIRECTOR, words + "\n\n" + shortened(letter.words()), at);
                    case RESPONSIBLE ->
                        missing
                                ? Entry.informed(Told.OTHER_AUTHORITY, words, at)
                                : Entry.of(Entry.Kind.STEP, words, at);
                    case PATTERN -> Entry.of(Entry.Kind.STEP, words, at);
                    case HOST -> Entry.of(Entry.Kind.HOST_PROCEDURE, words, at);
                });
        ledger.act("letter.sent", "letter", id, letter.child());
    }

    public void answered(UUID id, Instant at, String words) {
        var letter = one(id);
        var sql = """
                update missing.letter set reply_at = :at, reply_words = :words, reply_by = :actor
                where authority_id = :authority and id = :id and sent_at is not null and reply_at is null
                """;
        var updated = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("at", stamp(at))
                .param("words", words)
                .param("actor", access.actor().id())
                .update();
        if (updated == 0)
            throw new Refused(
                    letter.sentAt() == null
                            ? "Record first that the letter was sent"
                            : "A reply is recorded already: add what came later as a step of the episode");
        ledger.act("letter.answered", "letter", id, letter.child());
    }

    // A line of the log holds 8,000 characters; the letter itself keeps all of it.
    private static String shortened(String words) {
        return words.length() <= 6000 ? words : words.substring(0, 6000) + " ...";
    }
}
