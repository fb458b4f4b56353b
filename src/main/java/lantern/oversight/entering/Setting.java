package lantern.oversight.entering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.oversight.dates.Target;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs that set an inquiry up: committees and their names, meetings, roles and who holds them, themes, recommendations. */
@Component
@Transactional
public class Setting {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Setting(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public UUID committee(String name, LocalDate from) {
        var id = Ids.next();
        insert("committee", Map.of("id", id, "created_at", clock.instant().atOffset(ZoneOffset.UTC)));
        insert("committee_name", Map.of("committee_id", id, "name", name, "from_on", from));
        ledger.act("oversight.committee-added", "committee", id, null);
        return id;
    }

    /** From that day on the committee is called something else; what it was called before stays on what it did then. */
    public void rename(UUID committee, String name, LocalDate from) {
        try {
            insert("committee_name", Map.of("committee_id", committee, "name", name, "from_on", from));
        } catch (DuplicateKeyException e) {
            throw new Refused("The committee already has another name from that day: choose another day", "from-day");
        }
        ledger.act("oversight.committee-renamed", "committee", committee, null);
    }

    public UUID meeting(UUID committee, LocalDate on, String startsAt, @Nullable String place) {
        var id = Ids.next();
        try {
            insert(
                    "meeting",
                    Map.of(
                            "id",
                            id,
                            "committee_id",
                            committee,
                            "held_on",
                            on,
                            "starts_at",
                            startsAt,
                            "place",
                            place == null ? "" : place));
        } catch (DuplicateKeyException e) {
            throw new Refused("This committee already meets on that day", "on-day");
        }
        ledger.act("oversight.meeting-added", "meeting", id, null);
        return id;
    }

    /** The role that is called this today, or a new one. */
    public UUID role(String name, LocalDate from) {
        var sql = """
                select role_id from oversight.role_name where authority_id = (select ctx.authority()) and lower(name) = lower(:name) order by from_on desc limit 1
                """;
        var known = db.sql(sql).param("name", name).query(UUID.class).optional();
        if (known.isPresent()) return known.get();
        var id = Ids.next();
        insert(
                "responsible_role",
                Map.of("id", id, "created_at", clock.instant().atOffset(ZoneOffset.UTC)));
        insert("role_name", Map.of("role_id", id, "name", name, "from_on", from));
        return id;
    }

    public void renameRole(UUID role, String name, LocalDate from) {
        insert("role_name", Map.of("role_id", role, "name", name, "from_on", from));
    }

    /** Whoever held it until then leaves the day before. */
    public void holder(UUID role, String holder, LocalDate from) {
        var sql = """
                update oversight.role_holder set until_on = greatest(from_on, cast(:from as date) - 1)
                where authority_id = (select ctx.authority()) and role_id = :role and until_on is null
                """;
        db.sql(sql).param("from", from).param("role", role).update();
        insert("role_holder", Map.of("id", Ids.next(), "role_id", role, "holder", holder, "from_on", from));
    }

    public record NewInquiry(
            UUID committee,
            String title,
            String summary,
            LocalDate approvedOn,
            String leadMember,
            String leadOfficer,
            String reportOf,
            String contact) {}

    public UUID inquiry(NewInquiry it) {
        return inquiry(it, null);
    }

    /** @param contact a row of the committee's contacts, in place of words */
    public UUID inquiry(NewInquiry it, @Nullable UUID contact) {
        var id = Ids.next();
        var columns = new java.util.LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.put("committee_id", it.committee);
        columns.put("title", it.title);
        columns.put("summary", it.summary);
        columns.put("approved_on", it.approvedOn);
        columns.put("lead_member", it.leadMember);
        columns.put("lead_officer", it.leadOfficer);
        columns.put("report_of", it.reportOf);
        columns.put("contact", it.contact);
        if (contact != null) columns.put("contact_id", contact);
        stamped("inquiry", columns, "created");
        ledger.act("oversight.inquiry-opened", "inquiry", id, null);
        return id;
    }

    public UUID theme(UUID inquiry, String letter, String title) {
        var sql =
                "select id from oversight.theme where authority_id = (select ctx.authority()) and inquiry_id = :inquiry and letter = :letter";
        var known = db.sql(sql)
                .param("inquiry", inquiry)
                .param("letter", letter)
                .query(UUID.class)
                .optional();
        if (known.isPresent()) return known.get();
        var id = Ids.next();
        insert("theme", Map.of("id", id, "inquiry_id", inquiry, "letter", letter, "title", title));
        return id;
    }

    /** @param provenance the file and row an import took it from; null when a person typed it */
    public record NewRecommendation(
            UUID inquiry,
            @Nullable UUID theme,
            String number,
            String words,
            String targets,
            List<Part> parts,
            List<String> responsible,
            @Nullable String provenance) {
        public record Part(String label, String words) {}
    }

    public UUID recommendation(NewRecommendation it) {
        var id = Ids.next();
        var sql =
                "select coalesce(max(place), 0) + 1 from oversight.recommendation where authority_id = (select ctx.authority()) and inquiry_id = :inquiry";
        var columns = new java.util.LinkedHashMap<String, Object>();
        columns.put("id", id);
        columns.put("inquiry_id", it.inquiry);
        if (it.theme != null) columns.put("theme_id", it.theme);
        columns.put(
                "place",
                db.sql(sql).param("inquiry", it.inquiry).query(Integer.class).single());
        columns.put("number", it.number);
        columns.put("words", it.words);
        columns.put("targets", it.targets);
        if (it.provenance != null) columns.put("provenance", it.provenance);
        try {
            stamped("recommendation", columns, "created");
        } catch (DuplicateKeyException e) {
            throw new Refused(
                    "This inquiry already has a recommendation " + it.number + ": give the other number", "number");
        }
        for (var part : it.parts)
            insert(
                    "sub_part",
                    Map.of("id", Ids.next(), "recommendation_id", id, "label", part.label, "words", part.words));
        var from = Target.read(it.targets).getFirst().from();
        for (var name : it.responsible) {
            var since = from == null ? today() : from.isBefore(today()) ? from.minusYears(1) : today();
            answersFor(id, role(name, since), since);
        }
        ledger.act("oversight.recommendation-added", "recommendation", id, null);
        return id;
    }

    public void answersFor(UUID recommendation, UUID role, LocalDate from) {
        insert(
                "responsibility",
                Map.of("id", Ids.next(), "recommendation_id", recommendation, "role_id", role, "from_on", from));
    }

    /** Whoever answered until then does so until the day before. */
    public void nobodyAnswersFrom(UUID recommendation, LocalDate from) {
        var sql = """
                update oversight.responsibility set until_on = greatest(from_on, cast(:from as date) - 1)
                where authority_id = (select ctx.authority()) and recommendation_id = :recommendation and until_on is null
                """;
        db.sql(sql).param("from", from).param("recommendation", recommendation).update();
    }

    public void printed(UUID recommendation, String paper, String number) {
        insert("printed_number", Map.of("recommendation_id", recommendation, "paper", paper, "number", number));
    }

    private LocalDate today() {
        return lantern.calendar.London.date(clock.instant());
    }

    private void stamped(String table, Map<String, Object> columns, String what) {
        columns.put(what + "_at", clock.instant().atOffset(ZoneOffset.UTC));
        columns.put(what + "_by", access.actor().id());
        insert(table, columns);
    }

    private void insert(String table, Map<String, ?> columns) {
        Rows.insert(db, table, columns);
    }
}
