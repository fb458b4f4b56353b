package lantern.timescales.handover;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Actor;
import lantern.timescales.Subject;
import lantern.timescales.clock.SubjectRows;
import lantern.timescales.force.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open timescales that are late, or fall due in the next shift: those the reader sees. */
@Component
class Open {
    private static final int MOST = 300;

    private final JdbcClient db;
    private final InForce inForce;

    Open(JdbcClient db, InForce inForce) {
        this.db = db;
        this.inForce = inForce;
    }

    record Due(String title, String path, @Nullable UUID child, Instant due, String owner) {}

    List<Due> until(Actor reader, Instant now, Instant until) {
        var rules = inForce.of(reader.authority());
        // The whole authority for those who reach it; for others the children they work with, read by the board's
        // indexes.
        var whose = reader.reach() == Actor.Reach.AUTHORITY || reader.readsOfEveryChild("episode")
                ? ""
                : " and child_id in (select child_id from access.v_my_child)";
        var sql = """
                select version_id, subject_kind, subject_id, child_id, owner_role, due_at from timescales.timescale
                where authority_id = :authority and met_at is null and cancelled_at is null and waived_at is null and list_at <= :until
                  and starts_at <= :now and subject_kind in ('notification', 'episode', 'interview', 'child')
                """ + whose + " order by list_at, id limit " + MOST;
        return db.sql(sql)
                .param("authority", reader.authority())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Due(
                        rules.version(row.getObject("version_id", UUID.class))
                                .standard()
                                .title(),
                        new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)).path(),
                        row.getObject("child_id", UUID.class),
                        Objects.requireNonNull(SubjectRows.instant(row, "due_at")),
                        row.getString("owner_role")))
                .list();
    }
}
