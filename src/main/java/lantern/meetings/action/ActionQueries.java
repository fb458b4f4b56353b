package lantern.meetings.action;

import static lantern.platform.Stamps.instant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.meetings.Actions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Actions in lists: one's own, one's agency's, and every open one for who leads meetings. */
@Component
class ActionQueries {
    static final String MINE = """
             from meetings.action where authority_id = :authority and done_at is null
               and (owner_id = :actor or owner_id is null and owner_agency = :agency)
            """;

    static final String LATE = """
            select * from meetings.action where authority_id = :authority and done_at is null and due_on < :today order by due_on, added_at, id
            """;

    private final JdbcClient db;
    private final Names names;
    private final Access access;

    ActionQueries(JdbcClient db, Names names, Access access) {
        this.db = db;
        this.names = names;
        this.access = access;
    }

    /** What it said until it was changed, and why. */
    record Change(String words, @Nullable LocalDate due, Instant at, UUID by, String because) {}

    List<Change> changes(UUID action) {
        var sql = """
                select words, due_on, changed_at, changed_by, because from meetings.action_change
                where authority_id = :authority and action_id = :id order by changed_at desc
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", action)
                .query((row, n) -> new Change(
                        row.getString("words"),
                        row.getObject("due_on", LocalDate.class),
                        instant(row, "changed_at"),
                        row.getObject("changed_by", UUID.class),
                        row.getString("because")))
                .list();
    }

    /** Open ones that are the reader's, or nobody's in particular in their agency; the earliest due first. */
    List<Actions.Action> mine(Actor actor, int limit, int offset) {
        return of("select *" + MINE, actor, limit, offset);
    }

    private List<Actions.Action> of(String sql, Actor actor, int limit, int offset) {
        return db.sql(sql + " order by due_on nulls last, added_at, id limit :limit offset :offset")
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("agency", actor.agencyOrRefuse())
                .param("limit", limit)
                .param("offset", offset)
                .query(Actions::action)
                .list();
    }

    long waiting(Actor actor) {
        return db.sql("select count(*)" + MINE)
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("agency", actor.agencyOrRefuse())
                .query(Long.class)
                .single();
    }

    /** Everybody's that is late. */
    List<Actions.Action> late(LocalDate today, int limit, int offset) {
        return db.sql(LATE + " limit :limit offset :offset")
                .param("authority", access.actor().authority())
                .param("today", today)
                .param("limit", limit)
                .param("offset", offset)
                .query(Actions::action)
                .list();
    }

    Names.Called called(Collection<Actions.Action> actions) {
        var ids = new ArrayList<UUID>();
        for (var each : actions) {
            ids.add(each.task().agency());
            ids.add(each.addedBy());
            if (each.task().person() != null) ids.add(each.task().person());
            if (each.doneBy() != null) ids.add(each.doneBy());
        }
        return names.of(ids);
    }
}
