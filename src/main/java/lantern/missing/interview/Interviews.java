package lantern.missing.interview;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.episode.Openings;
import lantern.missing.interview.InterviewRows.Interview;
import lantern.missing.interview.InterviewView.Contact;
import lantern.missing.referral.OfferRule;
import lantern.platform.Refused;
import lantern.timescales.AtOnce;
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
    private final InterviewRows rows;
    private final Recorded recorded;
    private final OfferRule rule;
    private final Timescales timescales;
    private final AtOnce notices;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Interviews(
            JdbcClient db,
            EpisodeRows episodes,
            InterviewRows rows,
            Recorded recorded,
            OfferRule rule,
            Timescales timescales,
            AtOnce notices,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.episodes = episodes;
        this.rows = rows;
        this.recorded = recorded;
        this.rule = rule;
        this.timescales = timescales;
        this.notices = notices;
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
            @Nullable String present,
            @Nullable Integer lastedMinutes) {
        public Held(Instant at, String where, String by, boolean independent, String method, @Nullable String present) {
            this(at, where, by, independent, method, present, null);
        }
    }

    /** An offer, an attempt, an acceptance or an appointment, as it happened. */
    public UUID contact(UUID id, Contact contact) {
        var interview = rows.open(id);
        Episode.notInFuture(contact.at(), clock.instant(), "happened-at");
        var letter = contact.kind().equals("letter");
        if (contact.kind().equals("offered") && contact.how().equals("letter") && !rule.letterCounts())
            throw new Refused(
                    "A letter does not count as an offer here: record it as \"Letter and leaflet sent\"", "kind");
        var contactId = recorded.contact(interview, contact);
        if (contact.kind().equals("accepted")) {
            db.sql("update missing.interview set accepted_at = :at where authority_id = :authority and id = :id")
                    .param("authority", access.actor().authority())
                    .param("id", id)
                    .param("at", stamp(contact.at()))
                    .update();
        }
        // Whoever accepted or agreed an appointment was reached, so each of these is also a first contact.
        // A letter is one only where the authority says that a letter counts.
        if ((!letter || rule.letterCounts()) && !contact.kind().equals("appointment-cancelled"))
            rows.tell(Happening.INTERVIEW_CONTACT_ATTEMPTED, interview, contact.at());
        ledger.act("interview.contacted", "interview", id, interview.child(), Map.of("kind", contact.kind()));
        return contactId;
    }

    public void held(UUID id, Held held, Narrative narrative) {
        held(id, held, narrative, List.of(), Map.of());
    }

    /**
     * @param factors codes of what pushed the child away and what pulled
     * @param recommendations by whom they are for: school, home, police; those for the social worker are in the narrative
     */
    public void held(
            UUID id, Held held, Narrative narrative, List<String> factors, Map<String, String> recommendations) {
        var interview = rows.open(id);
        Episode.notInFuture(held.at(), clock.instant(), "happened-at");
        var sql = """
                update missing.interview set outcome = 'held', outcome_at = :at, outcome_by = :actor, held_where = :where, held_by = :by,
                    independent = :independent, method = :method, others_present = :present, lasted_minutes = :minutes
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
                .param("minutes", held.lastedMinutes())
                .update();
        recorded.narrative(interview, narrative);
        recorded.factors(interview, factors);
        recorded.recommendations(interview, narrative.recommendations(), recommendations);
        rows.tell(Happening.INTERVIEW_HELD, interview, held.at());
        resolveEpisodes(interview, held.at());
        ledger.act("interview.held", "interview", id, interview.child());
    }

    public void notHeld(UUID id, String outcome, String reason, Instant at) {
        notHeld(id, outcome, null, reason, at);
    }

    /**
     * Declined, could not be done, not offered, or covered by another interview: with the reason, which the social worker is told.
     *
     * @param code the reason as it is counted; null when only words are known
     */
    public void notHeld(UUID id, String outcome, @Nullable String code, String reason, Instant at) {
        if (!Set.of("declined", "could-not-be-done", "not-offered", "covered-by-another")
                .contains(outcome)) throw new Refused("Choose what became of the interview", "outcome");
        var interview = rows.open(id);
        Episode.notInFuture(at, clock.instant(), "happened-at");
        var sql = """
                update missing.interview set outcome = :outcome, outcome_at = :at, outcome_by = :actor, outcome_reason = :reason, outcome_code = :code
                where authority_id = :authority and id = :id
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("actor", access.actor().id())
                .param("id", id)
                .param("outcome", outcome)
                .param("code", code)
                .param("reason", reason.strip())
                .param("at", stamp(at))
                .update();
        rows.tell(Happening.INTERVIEW_CLOSED, interview, at);
        // Every child is offered an interview: one that was not offered leaves the 72 hours running, until a manager
        // decides.
        if (!outcome.equals("not-offered")) resolveEpisodes(interview, at);
        endSight(id);
        ledger.act("interview.not-held", "interview", id, interview.child(), Map.of("outcome", outcome));
        tellWorker(interview, outcome, at);
    }

    private void tellWorker(Interview interview, String outcome, Instant at) {
        var words =
                switch (outcome) {
                    case "declined" -> "A return interview was declined: read why";
                    case "could-not-be-done" -> "A return interview could not be done: read why";
                    case "not-offered" -> "A return interview was not offered: read why";
                    default -> null;
                };
        if (words == null) return;
        var child = rows.child(interview);
        var told = child.hasAllocatedWorker()
                ? List.of(new Owner("social-worker", null, null, child.workerId()))
                : List.of(new Owner("hub-manager", null, null, null));
        access.continueAsSystem("what became of a return interview is told");
        notices.tell(words, Subject.interview(interview.id()), child.id(), at, clock.instant(), told);
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
        var interview = rows.lock(id);
        if (!"held".equals(interview.outcome())) throw new Refused("Record the interview first");
        Episode.notInFuture(feedback.at(), clock.instant(), "happened-at");
        recorded.contact(interview, feedback);
        rows.tell(event, interview, feedback.at());
        ledger.act("interview." + feedback.kind(), "interview", id, interview.child());
    }

    private void resolveEpisodes(Interview interview, Instant at) {
        var sql =
                "select episode_id from missing.interview_episode where authority_id = :authority and interview_id = :id order by episode_id";
        var child = rows.child(interview);
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

    private void endSight(UUID id) {
        var afterwards = clock.instant().plus(SIGHT_AFTERWARDS).atOffset(ZoneOffset.UTC);
        db.sql("select missing.end_involvement(?, ?)")
                .params(id, afterwards)
                .query((row, n) -> 1)
                .list();
    }
}
