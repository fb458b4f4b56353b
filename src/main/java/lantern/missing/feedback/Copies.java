package lantern.missing.feedback;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.children.Sendable;
import lantern.missing.interview.InterviewRows;
import lantern.missing.interview.Interviews;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sends the feedback form to each recipient as far as they may see it, and keeps what became of it. */
@Component
@Transactional
class Copies {
    static final Map<String, String> WAYS = lantern.missing.interview.Ratings.words(
            "secure-email", "By secure e-mail", "post", "By post", "by-hand", "By hand");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final FeedbackForm form;
    private final CopyQueries queries;
    private final InterviewRows rows;
    private final Interviews interviews;
    private final AtOnce notices;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Copies(
            JdbcClient db,
            FeedbackForm form,
            CopyQueries queries,
            InterviewRows rows,
            Interviews interviews,
            AtOnce notices,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.db = db;
        this.form = form;
        this.queries = queries;
        this.rows = rows;
        this.interviews = interviews;
        this.notices = notices;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A part of the form for this recipient.
     *
     * @param withheld why it stays out; null when it goes
     * @param mayBeChosen for somebody outside Lantern: it goes when it is chosen, with a reason
     */
    record Composed(Sendable.Part part, @Nullable String withheld, boolean mayBeChosen) {}

    List<Composed> compose(UUID child, UUID interview, Whom whom, CopyQueries.@Nullable Agency agency) {
        var about = form.about(child, interview);
        var all = form.parts(about);
        if (whom == Whom.SOCIAL_WORKER)
            return all.stream().map(each -> new Composed(each, null, false)).toList();
        if (agency == null) return all.stream().map(Copies::outside).toList();
        var theirs = access.readAs(agency.id(), () -> form.parts(about)).stream()
                .collect(Collectors.toMap(Sendable.Part::code, each -> each));
        return all.stream()
                .map(each -> forAgency(each, theirs.get(each.code())))
                .toList();
    }

    private static Composed outside(Sendable.Part part) {
        if (part.code().equals(FeedbackForm.SAID)) return new Composed(part, "Only the social worker is told", false);
        if (part.address()) return new Composed(part, "Where somebody can be found is not sent outside Lantern", false);
        return new Composed(part, "Goes outside Lantern when you choose it and say why", true);
    }

    private static Composed forAgency(Sendable.Part seen, Sendable.@Nullable Part theirs) {
        if (seen.code().equals(FeedbackForm.SAID)) return new Composed(seen, "Only the social worker is told", false);
        if (theirs == null) return new Composed(seen, "Their agreement does not cover it", false);
        if (seen.address()) return new Composed(theirs, "Where the child was is not sent with this form", false);
        return new Composed(theirs, null, false);
    }

    /** @param chosen codes of the parts that go to somebody outside Lantern */
    UUID send(
            UUID id,
            Whom whom,
            CopyQueries.@Nullable Agency agency,
            String recipient,
            String how,
            String reason,
            Collection<String> chosen) {
        var interview = rows.lock(id);
        if (!"held".equals(interview.outcome())) throw new Refused("Record the interview first");
        if (recipient.isBlank()) throw new Refused("Say who is given the form", "recipient");
        var outside = agency == null && whom != Whom.SOCIAL_WORKER;
        var parts = new ArrayList<Composed>();
        for (var each : compose(interview.child(), id, whom, agency))
            parts.add(
                    each.mayBeChosen()
                            ? new Composed(
                                    each.part(),
                                    chosen.contains(each.part().code()) ? null : "Left out by the sender",
                                    true)
                            : each);
        if (parts.stream().allMatch(each -> each.withheld() != null))
            throw new Refused(
                    outside ? "Choose what goes" : "They may see nothing of this child now: nothing can be sent",
                    "parts");
        if (outside && reason.isBlank()) throw new Refused("Say why they must have it", "reason");
        var copy = write(interview, whom, agency, recipient, how, outside ? reason : null);
        freeze(copy, interview, parts);
        ledger.act(
                "feedback.sent",
                "interview",
                id,
                interview.child(),
                Map.of(
                        "copy", copy.toString(),
                        "for", whom.code,
                        "parts",
                                parts.stream()
                                        .filter(each -> each.withheld() == null)
                                        .map(each -> each.part().code())
                                        .toList()));
        settle(interview, whom);
        return copy;
    }

    private UUID write(
            InterviewRows.Interview interview,
            Whom whom,
            CopyQueries.@Nullable Agency agency,
            String recipient,
            String how,
            @Nullable String reason) {
        var sql = """
                insert into missing.feedback_copy (authority_id, id, interview_id, child_id, for_whom, recipient_agency, recipient, how, reason, sent_at, sent_by)
                values (:authority, :id, :interview, :child, :whom, :agency, :recipient, :how, :reason, :now, :actor)
                """;
        var id = Ids.next();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .param("interview", interview.id())
                .param("child", interview.child())
                .param("whom", whom.code)
                .param("agency", agency == null ? null : agency.id())
                .param("recipient", recipient.strip())
                .param("how", how)
                .param("reason", reason == null ? null : reason.strip())
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        return id;
    }

    private void freeze(UUID copy, InterviewRows.Interview interview, List<Composed> parts) {
        var sql = """
                insert into missing.feedback_part (authority_id, copy_id, place, child_id, code, heading, said, withheld, lines)
                values (:authority, :copy, :place, :child, :code, :heading, :said, :withheld, :lines::jsonb)
                """;
        var place = 0;
        for (var each : parts) {
            var goes = each.withheld() == null;
            db.sql(sql)
                    .param("authority", access.actor().authority())
                    .param("copy", copy)
                    .param("place", ++place)
                    .param("child", interview.child())
                    .param("code", each.part().code())
                    .param("heading", each.part().heading())
                    .param("said", goes && each.part().code().equals(FeedbackForm.SAID))
                    .param("withheld", each.withheld())
                    .param("lines", goes ? JSON.writeValueAsString(each.part().lines()) : null)
                    .update();
        }
    }

    /** The form counts as sent when the social worker has it, or anybody where the child has none. */
    private void settle(InterviewRows.Interview interview, Whom whom) {
        var child = rows.child(interview);
        if (whom != Whom.SOCIAL_WORKER && child.hasAllocatedWorker()) return;
        var first = queries.of(interview.id()).stream()
                        .filter(each -> each.whom() == Whom.SOCIAL_WORKER || !child.hasAllocatedWorker())
                        .count()
                == 1;
        if (first)
            interviews.feedbackSent(interview.id(), "other", "The feedback form, to: " + whom.words, clock.instant());
        if (whom != Whom.SOCIAL_WORKER) return;
        var told = child.hasAllocatedWorker()
                ? List.of(new Owner("social-worker", null, null, child.workerId()))
                : List.of(new Owner("hub-manager", null, null, null));
        var now = clock.instant();
        access.continueAsSystem("a feedback form is told");
        notices.tell(
                "A feedback form after a return interview came: read it and file it",
                Subject.interview(interview.id()),
                child.id(),
                now,
                now,
                told);
    }

    void received(Copy copy, String words) {
        if (copy.receivedAt() != null) throw Refused.conflict("Its receipt is recorded already");
        var sql = """
                update missing.feedback_copy set received_at = :now, received_by = :actor, received_words = :words
                where authority_id = :authority and id = :id and received_at is null
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", copy.id())
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .param("words", words.isBlank() ? null : words.strip())
                .update();
        ledger.act(
                "feedback.received",
                "interview",
                copy.interview(),
                copy.child(),
                Map.of("copy", copy.id().toString()));
    }

    /** The worker has put it on the child's record in the authority's own system. */
    void filed(Copy copy) {
        if (copy.filedAt() != null) throw Refused.conflict("It is filed already");
        if (copy.receivedAt() == null) received(copy, "");
        var sql =
                "update missing.feedback_copy set filed_at = :now, filed_by = :actor where authority_id = :authority and id = :id and filed_at is null";
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", copy.id())
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id())
                .update();
        if (copy.whom() == Whom.SOCIAL_WORKER)
            interviews.feedbackFiled(copy.interview(), "Filed on the child's record", clock.instant());
    }
}
