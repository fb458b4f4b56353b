package lantern.missing.episode;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.missing.episode.Episode.Closed;
import lantern.missing.episode.Episode.Located;
import lantern.missing.episode.Episode.Merged;
import lantern.missing.episode.Episode.Open;
import lantern.missing.episode.Episode.Returned;
import lantern.missing.episode.Episode.Time;
import lantern.missing.episode.Episode.Void;
import lantern.missing.referral.Referrals;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can happen to an episode after it was opened. One verb, one transaction. */
@Component
@Transactional
public class Episodes {
    private final JdbcClient db;
    private final EpisodeRows rows;
    private final Children children;
    private final Referrals referrals;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Episodes(
            JdbcClient db,
            EpisodeRows rows,
            Children children,
            Referrals referrals,
            Timescales timescales,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.children = children;
        this.referrals = referrals;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Found: when, where, by whom; not yet back. {@code notification} when a found report said so. */
    public record Found(
            Instant at,
            @Nullable String place,
            @Nullable String by,
            @Nullable UUID notification,
            @Nullable String how) {
        public Found(Instant at, @Nullable String place, @Nullable String by, @Nullable UUID notification) {
            this(at, place, by, notification, null);
        }
    }

    /** Back: when, to where; harm is 'suffered', 'suspected' or 'none-known'. */
    public record Return(
            Instant at,
            @Nullable String to,
            @Nullable String harm,
            @Nullable String harmNote,
            @Nullable UUID notification) {}

    public void locate(UUID id, Found found) {
        var located =
                switch (rows.lock(id)) {
                    case Open it -> it.locate(found.at(), clock.instant());
                    case Located _, Returned _, Closed _ ->
                        throw new Refused("This child is already recorded as found. To change the time, correct it");
                    case Merged _, Void _ -> throw over();
                };
        rows.save(located);
        var sql = """
                update missing.episode set located_place = :place, located_by = :by, located_how = :how, found_by_notification = :notification
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("place", found.place())
                .param("by", found.by())
                .param("how", found.how())
                .param("notification", found.notification())
                .update();
        tell(Happening.FOUND, located, found.at());
        ledger.act("episode.located", "episode", id, located.child());
    }

    /** The child is back: the clocks of the return start and the interview is referred to the authority's provider. */
    public void comeBack(UUID id, Return back) {
        var now = clock.instant();
        var returned =
                switch (rows.lock(id)) {
                    case Located it -> it.comeBack(back.at(), now);
                    case Open _ -> throw new Refused("Record where and when the child was found first", "returned-at");
                    case Returned _, Closed _ ->
                        throw new Refused("The return is already recorded. To change the time, correct it");
                    case Merged _, Void _ -> throw over();
                };
        rows.save(returned);
        var sql = """
                update missing.episode set returned_to = :to, harm = :harm, harm_note = :note, returned_by_notification = :notification
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("to", back.to())
                .param("harm", back.harm())
                .param("note", back.harmNote())
                .param("notification", back.notification())
                .update();
        var child = child(returned);
        var provider = referrals.provider();
        var owners = Stream.concat(
                Stream.of(Openings.owners(child)),
                provider.stream().flatMap(agency -> Stream.of(Referrals.owners(agency))));
        timescales.happened(
                Happening.RETURNED,
                Subject.episode(id),
                child.id(),
                back.at(),
                Openings.facts(child),
                owners.toArray(Owner[]::new));
        // A child who is back is recorded as back even where nobody has been set up to hold interviews: the clock runs
        // and the page says what is missing.
        provider.ifPresent(agency -> referrals.refer(child, id, agency, now));
        ledger.act("episode.returned", "episode", id, child.id());
    }

    /** Puts one time right; its clocks are worked out again and the trail keeps both. */
    public void correct(UUID id, Time which, Instant at, String reason) {
        var now = clock.instant();
        var was = rows.lock(id);
        var right = was.correct(which, at, now);
        rows.save(right);
        rows.corrected(right, words(which), London.dateTime(time(was, which)), London.dateTime(at), reason, now);
        timescales.correct(
                switch (which) {
                    case MISSING_SINCE -> Happening.MISSING_SINCE;
                    case FOUND -> Happening.FOUND;
                    case RETURNED -> Happening.RETURNED;
                },
                Subject.episode(id),
                at,
                reason);
        ledger.act("episode.corrected", "episode", id, right.child(), Map.of("time", which.name()));
    }

    public void close(UUID id, String review) {
        close(id, review, List.of());
    }

    public void close(UUID id, String review, Collection<Considered> considered) {
        var now = clock.instant();
        var closed =
                switch (rows.lock(id)) {
                    case Returned it -> it.close(interviewResolved(id), lookedAfter(id), stillToTell(id), now);
                    case Open _ -> throw new Refused("Record where the child was found first");
                    case Located _ -> throw new Refused("Record the child's return first");
                    case Closed _ -> throw new Refused("This episode is already closed");
                    case Merged _, Void _ -> throw over();
                };
        var sql = """
                update missing.episode set stage = 'closed', closed_at = :now, closed_by = :actor, closed_review = :review, closed_considered = :considered
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("now", stamp(now))
                .param("actor", access.actor().id())
                .param("review", review)
                .param("considered", considered.stream().map(each -> each.code).toArray(String[]::new))
                .update();
        ledger.act("episode.closed", "episode", id, closed.child());
    }

    /** Everyone who was told of the absence and not yet of the return, in words. */
    public List<String> stillToTell(UUID id) {
        var sql = """
                select who_was_told from missing.v_step where authority_id = :authority and episode_id = :id and kind = 'informed'
                except
                select who_was_told from missing.v_step where authority_id = :authority and episode_id = :id and kind = 'informed-of-return'
                order by 1
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> Told.of(row.getString(1)).words)
                .list();
    }

    private boolean interviewResolved(UUID id) {
        var sql = """
                select exists (select from missing.interview_episode e
                    join missing.interview i on i.authority_id = e.authority_id and i.id = e.interview_id
                    where e.authority_id = :authority and e.episode_id = :id and i.outcome is not null and i.outcome <> 'withdrawn')
                """;
        return Boolean.TRUE.equals(db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    private boolean lookedAfter(UUID id) {
        var sql = "select looked_after from missing.episode where authority_id = :authority and id = :id";
        return Boolean.TRUE.equals(db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query(Boolean.class)
                .single());
    }

    private void tell(String event, Episode episode, Instant at) {
        var child = child(episode);
        timescales.happened(
                event, Subject.episode(episode.id()), child.id(), at, Openings.facts(child), Openings.owners(child));
    }

    private ChildFacts child(Episode episode) {
        return children.find(episode.child()).orElseThrow(Refused::notFound);
    }

    private static Instant time(Episode episode, Time which) {
        return switch (which) {
            case MISSING_SINCE -> episode.missingSince();
            case FOUND ->
                switch (episode) {
                    case Located it -> it.locatedAt();
                    case Returned it -> it.locatedAt();
                    case Closed it -> it.locatedAt();
                    case Open _, Merged _, Void _ -> throw over();
                };
            case RETURNED ->
                switch (episode) {
                    case Returned it -> it.returnedAt();
                    case Closed it -> it.returnedAt();
                    case Open _, Located _, Merged _, Void _ -> throw over();
                };
        };
    }

    private static String words(Time which) {
        return switch (which) {
            case MISSING_SINCE -> "Missing since";
            case FOUND -> "Found at";
            case RETURNED -> "Returned at";
        };
    }

    static Refused over() {
        return new Refused("This episode was merged into another or recorded in error: go to the one that is kept");
    }
}
