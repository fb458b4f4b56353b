package lantern.missing.interview;

import static lantern.missing.episode.Stamps.stamp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Openings;
import lantern.missing.interview.InterviewView.Contact;
import lantern.missing.referral.Referrals;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the provider does with a referral. The outcome of one interview resolves every episode it covers. */
@Component
@Transactional
public class Interviews {
    /** The provider keeps sight of the child this long after its work is done, for its quarterly figures (set by the authority). */
    private static final Duration SIGHT_AFTERWARDS = Duration.ofDays(90);

    private final JdbcClient db;
    private final EpisodeRows episodes;
    private final Children children;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Interviews(
            JdbcClient db,
            EpisodeRows episodes,
            Children children,
            Timescales timescales,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.episodes = episodes;
        this.children = children;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The interview itself: who held it, whether independent of the child's care, how. */
    public record Held(
            Instant at,
            String where,
            String by,
            boolean independent,
            String method,
            @Nullable String present) {}

    public void triage(UUID id, String rating, Map<String, String> indicators) {
        var interview = open(id);
        var now = clock.instant();
        var actor = access.actor();
        var clear = """
                with triaged as (update missing.interview set triage = :rating where authority_id = :authority and id = :id)
                delete from missing.interview_indicator where authority_id = :authority and interview_id = :id
                """;
        db.sql(clear)
                .param("authority", actor.authority())
                .param("id", id)
                .param("rating", rating)
                .update();
        var sql = """
                insert into missing.interview_indicator (authority_id, interview_id, child_id, indicator, note, recorded_at, recorded_by)
                select :authority, :id, :child, i.indicator, i.note, :now, :actor from unnest(:indicators::text[], :notes::text[]) as i (indicator, note)
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .param("child", interview.child())
                .param("indicators", indicators.keySet().toArray(String[]::new))
                .param("notes", indicators.values().toArray(String[]::new))
                .param("now", stamp(now))
                .param("actor", actor.id())
                .update();
        ledger.act("interview.triaged", "interview", id, interview.child(), Map.of("rating", rating));
    }

    /** An offer, an attempt, an acceptance or an appointment, as it happened. */
    public UUID contact(UUID id, Contact contact) {
        var interview = open(id);
        Episode.notInFuture(contact.at(), clock.instant(), "happened-at");
        var contactId = write(interview, contact);
        if (contact.kind().equals("accepted")) {
            db.sql("update missing.interview set accepted_at = :at where authority_id = :authority and id = :id")
                    .param("authority", access.actor().authority())
                    .param("id", id)
                    .param("at", stamp(contact.at()))
                    .update();
        }
        // Whoever accepted or agreed an appointment was reached, so each of these is also a first contact.
        tell(Happening.INTERVIEW_CONTACT_ATTEMPTED, interview, contact.at());
        ledger.act("interview.contacted", "interview", id, interview.child(), Map.of("kind", contact.kind()));
        return contactId;
    }

    public void held(UUID id, Held held, Narrative narrative) {
        var interview = open(id);
        Episode.notInFuture(held.at(), clock.instant(), "happened-at");
        var sql = """
                update missing.interview set outcome = 'held', outcome_at = :at, outcome_by = :actor, held_where = :where, held_by = :by,
                    independent = :independent, method = :method, others_present = :present
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("actor", access.actor().id())
                .param("id", id)
                .param("at", stamp(held.at()))
                .param("where", held.where())
                .param("by", held.by())
                .param("independent", held.independent())
                .param("method", held.method())
                .param("present", held.present())
                .update();
        write(interview, narrative);
        tell(Happening.INTERVIEW_HELD, interview, held.at());
        resolveEpisodes(interview, held.at());
        ledger.act("interview.held", "interview", id, interview.child());
    }

    /** Declined, could not be done, or covered by another interview: with the reason, which the social worker is told. */
    public void notHeld(UUID id, String outcome, String reason, Instant at) {
        if (!Set.of("declined", "could-not-be-done", "covered-by-another").contains(outcome))
            throw new Refused("Choose what became of the interview", "outcome");
        var interview = open(id);
        Episode.notInFuture(at, clock.instant(), "happened-at");
        var sql = """
                update missing.interview set outcome = :outcome, outcome_at = :at, outcome_by = :actor, outcome_reason = :reason
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("actor", access.actor().id())
                .param("id", id)
                .param("outcome", outcome)
                .param("reason", reason.strip())
                .param("at", stamp(at))
                .update();
        tell(Happening.INTERVIEW_CLOSED, interview, at);
        resolveEpisodes(interview, at);
        endSight(id);
        ledger.act("interview.not-held", "interview", id, interview.child(), Map.of("outcome", outcome));
    }

    /** The feedback form went to the social worker, the school, the home and police. */
    public void feedbackSent(UUID id, String how, String words, Instant at) {
        feedback(id, new Contact("feedback-sent", how, words, at, null), Happening.FEEDBACK_SENT);
        endSight(id);
    }

    /** The worker has filed the feedback form on the child's record. */
    public void feedbackFiled(UUID id, String words, Instant at) {
        feedback(id, new Contact("feedback-filed", "other", words, at, null), Happening.FEEDBACK_FILED);
    }

    private void feedback(UUID id, Contact feedback, String event) {
        var interview = lock(id);
        if (!"held".equals(interview.outcome())) throw new Refused("Record the interview first");
        Episode.notInFuture(feedback.at(), clock.instant(), "happened-at");
        write(interview, feedback);
        tell(event, interview, feedback.at());
        ledger.act("interview." + feedback.kind(), "interview", id, interview.child());
    }

    private record Interview(
            UUID id, UUID child, UUID provider, @Nullable String outcome) {}

    private Interview open(UUID id) {
        var interview = lock(id);
        if (interview.outcome() != null)
            throw new Refused("What became of this interview is recorded already, and stays on the record");
        return interview;
    }

    private Interview lock(UUID id) {
        var sql =
                "select id, child_id, provider_agency_id, outcome from missing.interview where authority_id = :authority and id = :id for update";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> new Interview(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getObject("provider_agency_id", UUID.class),
                        row.getString("outcome")))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private UUID write(Interview interview, Contact contact) {
        var sql = """
                insert into missing.interview_contact (authority_id, id, interview_id, child_id, kind, how, words, happened_at, recorded_at, recorded_by)
                values (:authority, :id, :interview, :child, :kind, :how, :words, :at, :now, :actor)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("interview", interview.id())
                .param("child", interview.child())
                .param("kind", contact.kind())
                .param("how", contact.how())
                .param("words", contact.words())
                .param("at", stamp(contact.at()))
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        return id;
    }

    private void write(Interview interview, Narrative narrative) {
        var sql = """
                insert into missing.interview_narrative (authority_id, interview_id, child_id, before_it, during_it, after_it, own_words, recommendations,
                    recorded_at, recorded_by)
                values (:authority, :interview, :child, :before, :during, :after, :own, :recommendations, :now, :actor)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("interview", interview.id())
                .param("child", interview.child())
                .param("before", narrative.before())
                .param("during", narrative.during())
                .param("after", narrative.after())
                .param("own", narrative.ownWords())
                .param("recommendations", narrative.recommendations())
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
    }

    private void resolveEpisodes(Interview interview, Instant at) {
        var sql =
                "select episode_id from missing.interview_episode where authority_id = :authority and interview_id = :id order by episode_id";
        var child = child(interview);
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", interview.id())
                .query((row, n) -> row.getObject("episode_id", UUID.class))
                .list()
                .forEach(episode -> {
                    episodes.lock(episode);
                    timescales.happened(
                            Happening.INTERVIEW_RESOLVED,
                            Subject.episode(episode),
                            child.id(),
                            at,
                            Openings.facts(child));
                });
    }

    private void tell(String event, Interview interview, Instant at) {
        var child = child(interview);
        var owners =
                Stream.concat(Stream.of(Openings.owners(child)), Stream.of(Referrals.owners(interview.provider())));
        timescales.happened(
                event,
                Subject.interview(interview.id()),
                child.id(),
                at,
                Openings.facts(child),
                owners.toArray(Owner[]::new));
    }

    private ChildFacts child(Interview interview) {
        return children.find(interview.child()).orElseThrow(Refused::notFound);
    }

    private void endSight(UUID id) {
        var afterwards = clock.instant().plus(SIGHT_AFTERWARDS).atOffset(ZoneOffset.UTC);
        db.sql("select missing.end_involvement(?, ?)")
                .params(id, afterwards)
                .query((row, n) -> 1)
                .list();
    }
}
