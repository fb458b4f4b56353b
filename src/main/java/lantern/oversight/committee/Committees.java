package lantern.oversight.committee;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.inquiry.Meetings;
import lantern.oversight.papers.Governance;
import lantern.oversight.papers.MeetingPapers;
import lantern.oversight.papers.WorkProgramme;
import lantern.oversight.programme.Listing;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.Refused;
import lantern.platform.documents.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a committee with everything that its papers are made of. */
@Component
public class Committees {
    private final JdbcClient db;
    private final Inquiries inquiries;
    private final Meetings meetings;
    private final Programme programme;

    Committees(JdbcClient db, Inquiries inquiries, Meetings meetings, Programme programme) {
        this.db = db;
        this.inquiries = inquiries;
        this.meetings = meetings;
        this.programme = programme;
    }

    /** @param names oldest first: a committee that was renamed keeps everything it did under the name of that day */
    record Committee(UUID id, List<Inquiry.Name> names, List<Meeting> meetings) {
        String name(LocalDate day) {
            return Inquiry.Name.on(names, day);
        }
    }

    List<Committee> all() {
        var sql =
                "select id from oversight.committee where authority_id = (select ctx.authority()) order by created_at, id";
        return db.sql(sql).query(UUID.class).list().stream().map(this::one).toList();
    }

    Committee one(UUID id) {
        programme.there("committee", id);
        return new Committee(
                id, inquiries.names(id), meetings.of(id).stream().sorted().toList());
    }

    public List<Inquiry> inquiries(UUID committee) {
        var sql =
                "select id from oversight.inquiry where authority_id = (select ctx.authority()) and committee_id = :id order by approved_on, id";
        return db.sql(sql).param("id", committee).query(UUID.class).list().stream()
                .map(inquiries::whole)
                .toList();
    }

    record Held(Meeting meeting, String endedAt) {}

    Held meeting(UUID id) {
        var sql =
                "select committee_id, coalesce(ended_at, '') as ended from oversight.meeting where authority_id = (select ctx.authority()) and id = :id";
        record Found(UUID committee, String ended) {}
        var found = db.sql(sql)
                .param("id", id)
                .query((row, n) -> new Found(row.getObject("committee_id", UUID.class), row.getString("ended")))
                .optional()
                .orElseThrow(Refused::notFound);
        return meetings.of(found.committee).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> new Held(each, found.ended))
                .orElseThrow(Refused::notFound);
    }

    void ended(UUID meeting, String at) {
        var sql =
                "update oversight.meeting set ended_at = :at where authority_id = (select ctx.authority()) and id = :id";
        db.sql(sql).param("at", at).param("id", meeting).update();
    }

    public WorkProgramme programme(UUID committee, LocalDate day) {
        var it = one(committee);
        Map<Listing, List<Row>> lists = new LinkedHashMap<>();
        for (var listing : Lists.on("committee")) lists.put(listing, programme.rows(listing, committee));
        return new WorkProgramme(
                it.name(day), it.meetings(), lists, programme.actions(committee), inquiries(committee), day);
    }

    MeetingPapers papers(Held held, LocalDate day) {
        var id = held.meeting.id();
        return new MeetingPapers(
                held.meeting,
                held.endedAt,
                programme.rows(Lists.AGENDA, id),
                programme.rows(Lists.ATTENDANCE, id),
                programme.rows(Lists.ACTIONS, id),
                programme.rows(Lists.SEATS, held.meeting.committee()),
                day);
    }

    Document governance(UUID committee, LocalDate day) {
        return Governance.of(one(committee).name(day), programme.rows(Lists.BODIES, committee), day);
    }
}
