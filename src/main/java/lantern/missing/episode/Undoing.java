package lantern.missing.episode;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.episode.Episode.Closed;
import lantern.missing.episode.Episode.Located;
import lantern.missing.episode.Episode.Merged;
import lantern.missing.episode.Episode.Open;
import lantern.missing.episode.Episode.Returned;
import lantern.missing.episode.Episode.Void;
import lantern.missing.referral.Withdrawals;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what turns out not to have happened; the trail says what it was and why. */
@Component
public class Undoing {
    private final JdbcClient db;
    private final EpisodeRows rows;
    private final Withdrawals withdrawals;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Undoing(
            JdbcClient db,
            EpisodeRows rows,
            Withdrawals withdrawals,
            Timescales timescales,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.withdrawals = withdrawals;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The found report was about somebody else: the child is still missing. A closed episode is left to people. */
    public void notFoundAfterAll(Episode episode, String because) {
        switch (episode) {
            case Located it -> {
                stillMissing(it.notFoundAfterAll(), it.locatedAt(), because);
                timescales.retract(Happening.FOUND, Subject.episode(it.id()), because);
            }
            case Returned it -> {
                stillMissing(it.notFoundAfterAll(), it.locatedAt(), because);
                withdrawals.withdraw(it.id(), because);
                timescales.retract(Happening.RETURNED, Subject.episode(it.id()), because);
                timescales.retract(Happening.FOUND, Subject.episode(it.id()), because);
            }
            case Closed it -> leftToPeople(it, because);
            case Open _, Merged _, Void _ -> {}
        }
    }

    /** The report of the return was about somebody else: the child was found, and is not known to be back. */
    public void notBackAfterAll(Episode episode, String because) {
        switch (episode) {
            case Returned it -> {
                rows.save(it.notBackAfterAll());
                forget("returned_to = null, harm = null, harm_note = null, returned_by_notification = null", it.id());
                rows.corrected(it, "Returned at", London.dateTime(it.returnedAt()), null, because, clock.instant());
                withdrawals.withdraw(it.id(), because);
                timescales.retract(Happening.RETURNED, Subject.episode(it.id()), because);
                ledger.act("episode.return-undone", "episode", it.id(), it.child());
            }
            case Closed it -> leftToPeople(it, because);
            case Open _, Located _, Merged _, Void _ -> {}
        }
    }

    /** Recorded for the wrong child: no longer counted, its clocks end, everything written on it is kept. */
    public void recordedInError(Episode episode, String because) {
        if (episode instanceof Merged || episode instanceof Void) return;
        var now = clock.instant();
        var sql = """
                update missing.episode set stage = 'void', void_at = :now, void_by = :actor, void_because = :because
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", episode.id())
                .param("actor", access.actor().id())
                .param("now", stamp(now))
                .param("because", because)
                .update();
        withdrawals.withdraw(episode.id(), because);
        timescales.happened(Happening.EPISODE_VOIDED, Subject.episode(episode.id()), episode.child(), now, Set.of());
        ledger.act("episode.voided", "episode", episode.id(), episode.child());
    }

    private void stillMissing(Open open, Instant wasFoundAt, String because) {
        rows.save(open);
        forget("""
                located_place = null, located_by = null, returned_to = null, harm = null, harm_note = null,
                found_by_notification = null, returned_by_notification = null""", open.id());
        rows.corrected(open, "Found at", London.dateTime(wasFoundAt), null, because, clock.instant());
        ledger.act("episode.found-undone", "episode", open.id(), open.child());
    }

    private void leftToPeople(Closed closed, String because) {
        rows.corrected(
                closed,
                "A report this closed episode rests on was unlinked: check its times",
                London.dateTime(closed.locatedAt()),
                null,
                because,
                clock.instant());
    }

    private void forget(String assignments, UUID id) {
        var sql = "update missing.episode set " + assignments + " where authority_id = :authority and id = :id";
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .update();
    }
}
