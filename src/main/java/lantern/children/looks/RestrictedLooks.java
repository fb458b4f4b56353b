package lantern.children.looks;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.calendar.London;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A restricted record that somebody outside the allocated worker's team opens: the worker is told at once, once a day for each person. */
@Component
public class RestrictedLooks {
    private final JdbcClient db;
    private final Access access;
    private final AtOnce notices;
    private final Clock clock;

    RestrictedLooks(JdbcClient db, Access access, AtOnce notices, Clock clock) {
        this.db = db;
        this.access = access;
        this.notices = notices;
        this.clock = clock;
    }

    /** The last thing done for the page: what follows is Lantern's own. */
    public void opened(Actor by, UUID child, UUID worker, @Nullable UUID team) {
        if (by.id().equals(worker) || by.team() != null && by.team().equals(team)) return;
        access.continueAsSystem("a restricted record was opened");
        var sql = """
                select exists (select from audit.v_child_day where authority_id = (select ctx.authority()) and child_id = :child
                               and actor_id = :person and day = :day and opened > 0)
                """;
        var told = db.sql(sql)
                .param("child", child)
                .param("person", by.id())
                .param("day", London.date(clock.instant()))
                .query(Boolean.class)
                .single();
        if (told) return;
        notices.tell(
                "A restricted record of yours was opened",
                Subject.looks(child),
                clock.instant(),
                clock.instant(),
                List.of(new Owner("social-worker", null, null, worker)));
    }
}
