package lantern.children.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.children.Sendable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One query for each page of copies. */
@Component
class DisclosureQueries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    DisclosureQueries(JdbcClient db) {
        this.db = db;
    }

    /** An agency that can be given a copy. */
    record Recipient(UUID id, String name) {}

    List<Recipient> recipients() {
        var sql = """
                select id, name from access.v_agency where authority_id = (select ctx.authority()) and kind <> 'children' order by name
                """;
        return db.sql(sql)
                .query((row, n) -> new Recipient(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    static final String FOUND = """
            select id, child_id, document, recipient_agency, recipient, purpose, lawful_basis, state, prepared_by, prepared_at, reason, needs_second, part_count,
                   decided_by, decided_at, decision, mark
            from children.disclosure where authority_id = (select ctx.authority())\s""";

    Optional<Disclosure> find(UUID id) {
        return db.sql(FOUND + " and id = :id")
                .param("id", id)
                .query((row, n) -> disclosure(row))
                .optional();
    }

    List<Disclosure> ofChild(UUID child) {
        return db.sql(FOUND + " and child_id = :child order by prepared_at desc, id desc limit 200")
                .param("child", child)
                .query((row, n) -> disclosure(row))
                .list();
    }

    /** Without those the reader prepared: they cannot agree to them. */
    List<Disclosure> waitingToBeAgreedBy(UUID reader) {
        return db.sql(FOUND + " and state = 'waiting' and prepared_by <> :reader order by prepared_at, id limit 200")
                .param("reader", reader)
                .query((row, n) -> disclosure(row))
                .list();
    }

    /** As many as the list shows. */
    long waitingFor(UUID reader) {
        var sql = """
                select count(*) from children.disclosure
                where authority_id = (select ctx.authority()) and state = 'waiting' and prepared_by <> :reader
                """;
        return db.sql(sql).param("reader", reader).query(Long.class).single();
    }

    List<Disclosure> sentTo(UUID agency) {
        return db.sql(
                        FOUND
                                + " and state = 'sent' and recipient_agency = :agency order by decided_at desc, id desc limit 200")
                .param("agency", agency)
                .query((row, n) -> disclosure(row))
                .list();
    }

    /** Without those of sections that the reader may not see. */
    List<Disclosure.Kept> parts(UUID id) {
        var sql = """
                select code, section, heading, beyond, withheld, lines from children.disclosure_part
                where authority_id = (select ctx.authority()) and disclosure_id = :id order by place
                """;
        return db.sql(sql)
                .param("id", id)
                .query((row, n) -> new Disclosure.Kept(
                        row.getString("code"),
                        row.getString("section"),
                        row.getString("heading"),
                        row.getBoolean("beyond"),
                        row.getString("withheld"),
                        lines(row.getString("lines"))))
                .list();
    }

    private static List<Sendable.Line> lines(@Nullable String json) {
        return json == null ? List.of() : List.of(JSON.readValue(json, Sendable.Line[].class));
    }

    static Disclosure disclosure(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Disclosure(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getString("document"),
                row.getObject("recipient_agency", UUID.class),
                row.getString("recipient"),
                row.getString("purpose"),
                row.getString("lawful_basis"),
                Disclosure.State.of(row.getString("state")),
                row.getObject("prepared_by", UUID.class),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getBoolean("needs_second"),
                row.getObject("part_count", Integer.class),
                row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                row.getString("decision"),
                row.getString("mark"));
    }
}
