package lantern.intake.handout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.intake.LinkSigning;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links and codes of an authority, each in the caller's transaction. */
@Component
public class ReportLinks {
    public static final Map<String, String> FOR_WHOM = forWhom();

    private final JdbcClient db;
    private final LinkSigning signing;
    private final Ledger ledger;

    ReportLinks(JdbcClient db, LinkSigning signing, Ledger ledger) {
        this.db = db;
        this.signing = signing;
        this.ledger = ledger;
    }

    private static Map<String, String> forWhom() {
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("home", "A children's home or its staff");
        all.put("carer", "Foster carers and parents");
        all.put("school", "A school or college");
        all.put("public", "Anybody");
        return java.util.Collections.unmodifiableMap(all);
    }

    /** @param sent how many reports came by it in the last day; older ones are counted as notifications only */
    public record ReportLink(
            UUID authority,
            UUID id,
            UUID agency,
            String agencyName,
            String title,
            String forWhom,
            Instant madeAt,
            @Nullable Instant expiresAt,
            @Nullable Instant endedAt,
            @Nullable Instant last) {

        public boolean open(Instant now) {
            return endedAt == null && (expiresAt == null || expiresAt.isAfter(now));
        }

        /** What its notifications are from; the reports of one link are one feed. */
        public String source() {
            return "Web form: " + title;
        }
    }

    private static final String FOUND = """
            select l.*, a.name as agency_name,
                   (select max(n.received_at) from intake.notification n
                    where n.authority_id = l.authority_id and n.agency_id = l.agency_id and n.channel = 'web-form' and n.source = 'Web form: ' || l.title) as last
            from intake.report_link l join access.v_agency a on a.authority_id = l.authority_id and a.id = l.agency_id
            where l.authority_id = (select ctx.authority())\s""";

    /** Those that can be used first, then the newest. */
    public List<ReportLink> all() {
        return db.sql(FOUND + "order by l.ended_at is not null, l.made_at desc")
                .query((row, n) -> link(row))
                .list();
    }

    public Optional<ReportLink> find(UUID id) {
        return db.sql(FOUND + "and l.id = :id")
                .param("id", id)
                .query((row, n) -> link(row))
                .optional();
    }

    public UUID make(UUID agency, String title, String forWhom, @Nullable Instant expires, Instant at, Actor by) {
        if (!FOR_WHOM.containsKey(forWhom)) throw new Refused("Choose who will use it", "forWhom");
        if (title.isBlank() || title.length() > 80)
            throw new Refused("Enter what it is called, in 80 characters or fewer", "title");
        if (expires != null && !expires.isAfter(at)) throw new Refused("Enter a day that is still to come", "until");
        var id = Ids.next();
        var sql = """
                insert into intake.report_link (authority_id, id, agency_id, title, for_whom, code_hash, made_at, made_by, expires_at)
                values (:authority, :id, :agency, :title, :whom, :hash, :at, :by, :expires::timestamptz)
                """;
        db.sql(sql)
                .param("authority", by.authority())
                .param("id", id)
                .param("agency", agency)
                .param("title", title.strip())
                .param("whom", forWhom)
                .param("hash", signing.hash(signing.code(by.authority(), id)))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
                .update();
        ledger.act("report-link.made", "report-link", id, null);
        return id;
    }

    void end(UUID id, Instant at, Actor by) {
        var sql = """
                update intake.report_link set ended_at = :at, ended_by = :by where authority_id = :authority and id = :id and ended_at is null
                """;
        var ended = db.sql(sql)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("authority", by.authority())
                .param("id", id)
                .update();
        if (ended == 0) throw Refused.notFound();
        ledger.act("report-link.ended", "report-link", id, null);
    }

    public String path(ReportLink link) {
        return "/report/with/" + signing.token(link.authority(), link.id());
    }

    public String code(ReportLink link) {
        return signing.code(link.authority(), link.id());
    }

    private static ReportLink link(ResultSet row) throws SQLException {
        return new ReportLink(
                row.getObject("authority_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_name"),
                row.getString("title"),
                row.getString("for_whom"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "ended_at"),
                instant(row, "last"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
