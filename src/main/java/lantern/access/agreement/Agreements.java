package lantern.access.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads agreements, and proposes, decides and ends them by the database's own functions, which ask who is acting and write the ledger. */
@Component
class Agreements {
    private final JdbcClient db;

    Agreements(JdbcClient db) {
        this.db = db;
    }

    private static final String AGREEMENTS = """
            select a.*, g.name as agency_name, b.title as basis_title, c.title as condition_title from access.v_agreement a
            join access.agency g on g.authority_id = a.authority_id and g.id = a.agency_id
            join access.lawful_basis b on b.code = a.lawful_basis
            left join access.lawful_basis c on c.code = a.condition
            where a.authority_id = (select ctx.authority())
            """;

    List<Agreement> all() {
        return db.sql(AGREEMENTS + " order by g.name, a.title, a.series_id, a.version desc")
                .query((row, n) -> agreement(row))
                .list();
    }

    Optional<Agreement> find(UUID id) {
        return db.sql(AGREEMENTS + " and a.id = :id")
                .param("id", id)
                .query((row, n) -> agreement(row))
                .optional();
    }

    List<Agreement> versions(UUID series) {
        return db.sql(AGREEMENTS + " and a.series_id = :series order by a.version desc")
                .param("series", series)
                .query((row, n) -> agreement(row))
                .list();
    }

    /** By agreement, of those that are asked for. */
    Map<UUID, List<Agreement.Line>> lines(List<UUID> agreements) {
        var sql = """
                select s.agreement_id, s.role, r.title as role_title, s.section, x.title, x.high_risk, s.covers
                from access.agreement_section s
                join access.section x on x.code = s.section
                left join access.role r on r.code = s.role
                where s.authority_id = (select ctx.authority()) and s.agreement_id = any (:agreements) order by x.place, s.role nulls first
                """;
        var lines = new LinkedHashMap<UUID, List<Agreement.Line>>();
        agreements.forEach(each -> lines.put(each, new java.util.ArrayList<>()));
        db.sql(sql)
                .param("agreements", agreements.toArray(UUID[]::new))
                .query((row, n) -> lines.computeIfAbsent(
                                row.getObject("agreement_id", UUID.class), id -> new java.util.ArrayList<>())
                        .add(new Agreement.Line(
                                row.getString("role"),
                                row.getString("role_title"),
                                row.getString("section"),
                                row.getString("title"),
                                row.getBoolean("high_risk"),
                                row.getString("covers").equals("every-child"))))
                .list();
        return lines;
    }

    /** Agencies that need an agreement: all but the authority's own children's services. */
    Map<String, String> agencies() {
        return choices(
                "select id::text, name from access.agency where authority_id = (select ctx.authority()) and kind <> 'children' order by name");
    }

    Map<String, String> roles() {
        return choices(
                "select code, title from access.role where 'read-child' = any (permissions) and code <> 'system' order by title");
    }

    Map<String, String> bases(String kind) {
        return choices("select code, title || ' (' || source || ')' from access.lawful_basis where kind = '"
                + (kind.equals("basis") ? "basis" : "condition") + "' order by place");
    }

    Map<String, String> sections(boolean highRisk) {
        return choices("select code, title from access.section where high_risk = " + highRisk + " order by place");
    }

    /** What is usually shared with an agency of this kind: the value of each section's question. */
    Map<String, String> usual(UUID agency) {
        var usual = new LinkedHashMap<String, String>();
        db.sql("select u.section, u.covers from access.usual_section u join access.agency a on a.kind = u.agency_kind"
                        + " where a.authority_id = (select ctx.authority()) and a.id = :agency")
                .param("agency", agency)
                .query((row, n) -> usual.put("section-" + row.getString(1), row.getString(2)))
                .list();
        return usual;
    }

    private Map<String, String> choices(String sql) {
        var choices = new LinkedHashMap<String, String>();
        db.sql(sql)
                .query((row, n) -> choices.put(row.getString(1), row.getString(2)))
                .list();
        return choices;
    }

    /** @param covers the sections, each 'involved' or 'every-child'; @param role null for all */
    record Proposal(
            @Nullable UUID changes,
            UUID agency,
            String title,
            String purpose,
            String basis,
            @Nullable String condition,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            LocalDate reviewBy,
            int daysAfter,
            @Nullable String role,
            Map<String, String> covers) {}

    void propose(UUID id, Proposal proposal) {
        var sql = """
                select access.propose_agreement(:id, :changes::uuid, :agency, :title, :purpose, :basis, :condition::text, :starts, :ends::date, :review,
                                                :days, :roles, :sections, :covers)
                """;
        var sections = proposal.covers().keySet().toArray(String[]::new);
        var roles = new String[sections.length];
        java.util.Arrays.fill(roles, proposal.role() == null ? "" : proposal.role());
        db.sql(sql)
                .param("id", id)
                .param("changes", proposal.changes())
                .param("agency", proposal.agency())
                .param("title", proposal.title())
                .param("purpose", proposal.purpose())
                .param("basis", proposal.basis())
                .param("condition", proposal.condition())
                .param("starts", proposal.startsOn())
                .param("ends", proposal.endsOn())
                .param("review", proposal.reviewBy())
                .param("days", proposal.daysAfter())
                .param("roles", roles)
                .param("sections", sections)
                .param("covers", proposal.covers().values().toArray(String[]::new))
                .query((row, n) -> 1)
                .list();
    }

    boolean decide(UUID id, boolean approve, @Nullable String reason) {
        return db.sql("select access.decide_agreement(:id, :decision, :reason::text)")
                .param("id", id)
                .param("decision", approve ? "approved" : "refused")
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    boolean end(UUID id, String reason) {
        return db.sql("select access.end_agreement(:id, :reason)")
                .param("id", id)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getObject("id", UUID.class),
                row.getObject("series_id", UUID.class),
                row.getInt("version"),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_name"),
                row.getString("title"),
                row.getString("purpose"),
                row.getString("lawful_basis"),
                row.getString("basis_title"),
                row.getString("condition"),
                row.getString("condition_title"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("review_by", LocalDate.class),
                row.getInt("days_after"),
                row.getObject("made_by", UUID.class),
                java.util.Objects.requireNonNull(at(row, "made_at")),
                Agreement.Standing.of(row.getString("standing")),
                row.getObject("approved_by", UUID.class),
                at(row, "approved_at"),
                row.getObject("ended_by", UUID.class),
                at(row, "ended_at"),
                row.getString("ended_because"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
