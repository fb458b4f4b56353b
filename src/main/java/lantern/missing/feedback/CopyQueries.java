package lantern.missing.feedback;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.children.Sendable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class CopyQueries {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FOUND =
            "select * from missing.feedback_copy where authority_id = (select ctx.authority()) and ";

    private final JdbcClient db;

    CopyQueries(JdbcClient db) {
        this.db = db;
    }

    Optional<Copy> find(UUID id) {
        return db.sql(FOUND + "id = :id")
                .param("id", id)
                .query(CopyQueries::copy)
                .optional();
    }

    List<Copy> of(UUID interview) {
        return db.sql(FOUND + "interview_id = :id order by sent_at desc, id desc")
                .param("id", interview)
                .query(CopyQueries::copy)
                .list();
    }

    List<Copy> sentTo(UUID agency) {
        return db.sql(FOUND + "recipient_agency = :agency order by received_at is not null, sent_at desc, id limit 200")
                .param("agency", agency)
                .query(CopyQueries::copy)
                .list();
    }

    long unreceived(UUID agency) {
        var sql = "select count(*) from missing.feedback_copy where authority_id = (select ctx.authority())"
                + " and recipient_agency = :agency and received_at is null";
        return db.sql(sql).param("agency", agency).query(Long.class).single();
    }

    List<Copy.Part> parts(UUID copy) {
        var sql =
                "select code, heading, withheld, lines from missing.feedback_part where authority_id = (select ctx.authority()) and copy_id = :id order by place";
        return db.sql(sql)
                .param("id", copy)
                .query((row, n) -> {
                    var lines = row.getString("lines");
                    return new Copy.Part(
                            row.getString("code"),
                            row.getString("heading"),
                            row.getString("withheld"),
                            lines == null
                                    ? List.of()
                                    : JSON.readValue(lines, new TypeReference<List<Sendable.Line>>() {}));
                })
                .list();
    }

    /** An agency of the authority of this kind, the first by its code. */
    Optional<Agency> agency(String kind) {
        var sql =
                "select id, name from access.v_agency where authority_id = (select ctx.authority()) and kind = :kind order by code limit 1";
        return db.sql(sql)
                .param("kind", kind)
                .query((row, n) -> new Agency(row.getObject("id", UUID.class), row.getString("name")))
                .optional();
    }

    record Agency(UUID id, String name) {}

    private static Copy copy(ResultSet row, int n) throws SQLException {
        return new Copy(
                row.getObject("id", UUID.class),
                row.getObject("interview_id", UUID.class),
                row.getObject("child_id", UUID.class),
                Whom.of(row.getString("for_whom")),
                row.getObject("recipient_agency", UUID.class),
                row.getString("recipient"),
                row.getString("how"),
                row.getString("reason"),
                instant(row, "sent_at"),
                row.getObject("sent_by", UUID.class),
                instantOrNull(row, "received_at"),
                row.getObject("received_by", UUID.class),
                row.getString("received_words"),
                instantOrNull(row, "filed_at"),
                row.getObject("filed_by", UUID.class));
    }
}
