package lantern.oversight.entering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Recommendation.Standing;
import lantern.oversight.inquiry.Recommendation.Status;
import lantern.oversight.inquiry.Scale;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of tracking: evidence, its correction, a category proposed or decided, a conclusion, a reopening. Nothing is overwritten. */
@Component
@Transactional
public class Tracking {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;
    private final Inquiries inquiries;

    Tracking(JdbcClient db, Access access, Ledger ledger, Clock clock, Inquiries inquiries) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
        this.inquiries = inquiries;
    }

    /** @param answers for each recommendation it supports, the labels of the sub-parts it answers */
    public record NewEvidence(
            UUID inquiry,
            LocalDate on,
            @Nullable UUID following,
            String author,
            String organisation,
            String words,
            boolean contrary,
            Map<UUID, List<String>> answers) {}

    public UUID evidence(NewEvidence it) {
        if (it.answers.isEmpty()) throw new Refused("Choose the recommendation that this is evidence for", "answers");
        return write(it, null);
    }

    /** Takes the place of the evidence and leaves it readable. Two who correct the same text at once: the second is told. */
    public UUID correct(UUID evidence, LocalDate on, String author, String words) {
        var sql = "select * from oversight.evidence where authority_id = (select ctx.authority()) and id = :id";
        var answers =
                "select recommendation_id, labels from oversight.evidence_answer where authority_id = (select ctx.authority()) and evidence_id = :id";
        var labels = new LinkedHashMap<UUID, List<String>>();
        db.sql(answers).param("id", evidence).query(row -> {
            labels.put(row.getObject("recommendation_id", UUID.class), List.of((String[])
                    row.getArray("labels").getArray()));
        });
        var corrected = db.sql(sql)
                .param("id", evidence)
                .query((row, n) -> new NewEvidence(
                        row.getObject("inquiry_id", UUID.class),
                        on,
                        row.getObject("following_meeting", UUID.class),
                        author,
                        row.getString("organisation"),
                        words,
                        row.getBoolean("contrary"),
                        labels))
                .optional()
                .orElseThrow(Refused::notFound);
        try {
            return write(corrected, evidence);
        } catch (DuplicateKeyException e) {
            throw new Refused(
                    "Somebody else has corrected this evidence meanwhile. Read their text and correct that one");
        }
    }

    private UUID write(NewEvidence it, @Nullable UUID supersedes) {
        var id = Ids.next();
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.put("inquiry_id", it.inquiry);
        columns.put("dated_on", it.on);
        if (it.following != null) columns.put("following_meeting", it.following);
        columns.put("author", it.author);
        columns.put("organisation", it.organisation);
        columns.put("words", it.words);
        columns.put("contrary", it.contrary);
        if (supersedes != null) columns.put("supersedes", supersedes);
        recorded("evidence", columns);
        it.answers.forEach((recommendation, labels) -> Rows.insert(
                db,
                "evidence_answer",
                Map.of(
                        "evidence_id",
                        id,
                        "recommendation_id",
                        recommendation,
                        "labels",
                        labels.toArray(String[]::new))));
        ledger.act(
                supersedes == null ? "oversight.evidence-added" : "oversight.evidence-corrected", "evidence", id, null);
        return id;
    }

    /** @param raw the category as somebody wrote it; kept, whatever it reads as */
    public record NewAssessment(
            UUID recommendation,
            UUID meeting,
            Standing standing,
            String raw,
            String reason,
            String obstacle,
            String anticipated,
            List<String> answers) {}

    public UUID assess(NewAssessment it) {
        var id = Ids.next();
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.put("recommendation_id", it.recommendation);
        columns.put("meeting_id", it.meeting);
        columns.put("standing", it.standing.name().toLowerCase(java.util.Locale.ROOT));
        var category = Scale.shipped().read(it.raw).category();
        if (category != null) columns.put("category", category.number());
        columns.put("raw", it.raw);
        columns.put("reason", it.reason);
        columns.put("obstacle", it.obstacle);
        columns.put("anticipated", it.anticipated);
        columns.put("answers", it.answers.toArray(String[]::new));
        recorded("assessment", columns);
        tracked(it.recommendation, it.meeting);
        ledger.act(
                "oversight.recommendation-assessed",
                "recommendation",
                it.recommendation,
                null,
                Map.of("category", category == null ? 0 : category.number(), "standing", it.standing.name()));
        return id;
    }

    private void tracked(UUID recommendation, UUID meeting) {
        var sql = """
                insert into oversight.tracking (authority_id, id, inquiry_id, on_day, kind, meeting_id)
                select r.authority_id, :id, r.inquiry_id, m.held_on, 'tracked', m.id
                from oversight.recommendation r join oversight.meeting m on m.authority_id = r.authority_id and m.id = :meeting
                where r.authority_id = (select ctx.authority()) and r.id = :recommendation
                  and not exists (select from oversight.tracking t where t.authority_id = r.authority_id and t.inquiry_id = r.inquiry_id and t.meeting_id = m.id)
                """;
        db.sql(sql)
                .param("id", Ids.next())
                .param("meeting", meeting)
                .param("recommendation", recommendation)
                .update();
    }

    /** Something was received that no meeting assessed. */
    public void updateReceived(UUID inquiry, LocalDate on) {
        Rows.insert(
                db,
                "tracking",
                Map.of("id", Ids.next(), "inquiry_id", inquiry, "on_day", on, "kind", "update-received"));
    }

    public void plan(UUID recommendation, UUID meeting) {
        Rows.insert(db, "tracking_plan", Map.of("recommendation_id", recommendation, "meeting_id", meeting));
    }

    /** @param on null when a paper listed it among the concluded and gave no date: the check says so */
    public void conclude(UUID recommendation, @Nullable UUID meeting, @Nullable LocalDate on, String qualifier) {
        var latest =
                Inquiries.find(inquiries.of(recommendation), recommendation).latest();
        if (latest == null) throw new Refused("Record the category that the committee gave it first");
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", Ids.next());
        columns.put("recommendation_id", recommendation);
        if (meeting != null) columns.put("meeting_id", meeting);
        if (on != null) columns.put("concluded_on", on);
        if (latest.category() != null) columns.put("category", latest.category().number());
        columns.put("qualifier", qualifier);
        try {
            recorded("conclusion", columns);
        } catch (DuplicateKeyException e) {
            throw new Refused("This recommendation is concluded already");
        }
        ledger.act("oversight.recommendation-concluded", "recommendation", recommendation, null);
    }

    public void reopen(UUID recommendation, String because) {
        var sql = """
                update oversight.conclusion set reopened_on = :on, reopened_because = :because, reopened_by = :by
                where authority_id = (select ctx.authority()) and recommendation_id = :recommendation and reopened_on is null
                """;
        var reopened = db.sql(sql)
                .param("on", London.date(clock.instant()))
                .param("because", because)
                .param("by", access.actor().id())
                .param("recommendation", recommendation)
                .update();
        if (reopened == 0) throw new Refused("This recommendation is not concluded");
        ledger.act("oversight.recommendation-reopened", "recommendation", recommendation, null);
    }

    public void status(UUID part, Status status, @Nullable String why) {
        if ((status == Status.NOT_DONE || status == Status.SUPERSEDED) && (why == null || why.isBlank()))
            throw new Refused("Say why, and what was done instead", "why");
        var columns = new LinkedHashMap<String, Object>();
        columns.put("id", Ids.next());
        columns.put("sub_part_id", part);
        columns.put("status", status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        columns.put("said_on", London.date(clock.instant()));
        if (why != null) columns.put("why", why);
        recorded("sub_part_status", columns);
        ledger.act("oversight.sub-part-status", "sub-part", part, null);
    }

    private void recorded(String table, Map<String, Object> columns) {
        columns.put("recorded_at", clock.instant().atOffset(ZoneOffset.UTC));
        columns.put("recorded_by", access.actor().id());
        Rows.insert(db, table, columns);
    }
}
