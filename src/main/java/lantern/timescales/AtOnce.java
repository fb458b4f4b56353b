package lantern.timescales;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something the moment it happens, beside what clocks remind them of. Only Lantern itself can (see Access.continueAsSystem). */
@Component
@Transactional
public class AtOnce {
    private final JdbcClient db;
    private final Access access;

    AtOnce(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /**
     * @param title names no child
     * @param due until when they should have looked
     * @param to each a person, a team's or agency's people in a role, or everyone in the role
     */
    public void tell(String title, Subject subject, Instant due, Instant at, List<Owner> to) {
        tell(title, subject, null, due, at, to);
    }

    /** @param child only those who see the child are told; null: everybody it is addressed to */
    public void tell(String title, Subject subject, @Nullable UUID child, Instant due, Instant at, List<Owner> to) {
        var sql = """
                insert into timescales.notice (authority_id, id, step, to_role, to_agency, to_team, to_person, title, subject_kind, subject_id, child_id, due_at, sent_at)
                select :authority, t.id, 'at once', t.role, t.agency, t.team, t.person, :title, :kind, :subject, :child::uuid, :due, :at
                from unnest(:ids::uuid[], :roles::text[], :agencies::uuid[], :teams::uuid[], :people::uuid[]) as t (id, role, agency, team, person)
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("ids", to.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .param("roles", to.stream().map(Owner::role).toArray(String[]::new))
                .param("agencies", to.stream().map(Owner::agency).toArray(UUID[]::new))
                .param("teams", to.stream().map(Owner::team).toArray(UUID[]::new))
                .param("people", to.stream().map(Owner::person).toArray(UUID[]::new))
                .param("title", title)
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("child", child)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
