package lantern.meetings.lists;

import static lantern.platform.Stamps.stamp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Actor;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One query for each list of meetings; a meeting is listed for who may read of one of its children. */
@Component
class ListQueries {
    private final JdbcClient db;

    ListQueries(JdbcClient db) {
        this.db = db;
    }

    /** Which meetings are listed. */
    enum Show {
        TODO("todo", "To do") {
            @Override
            String where() {
                return "m.cancelled_at is null and (m.minutes_issued_at is null or m.correcting) and m.starts_at < :now"
                        + " and (m.planned_by = :actor or m.chair_id = :actor)";
            }
        },
        COMING("coming", "To come") {
            @Override
            String where() {
                return "m.cancelled_at is null and m.held_at is null and m.starts_at >= :now";
            }
        },
        OVER("over", "Over") {
            @Override
            String where() {
                return "m.starts_at < :now and (m.held_at is not null or m.cancelled_at is not null)";
            }
        };

        final String code;
        final String words;

        Show(String code, String words) {
            this.code = code;
            this.words = words;
        }

        abstract String where();

        String order() {
            return this == OVER ? "m.starts_at desc, m.id desc" : "m.starts_at, m.id";
        }

        static Show of(String code, boolean leads) {
            for (var each : values()) if (each.code.equals(code)) return each;
            return leads ? TODO : COMING;
        }
    }

    private static String seen(Show show) {
        return " from meetings.meeting m where m.authority_id = :authority and " + show.where()
                + " and exists (select from meetings.meeting_child c where c.authority_id = m.authority_id and c.meeting_id = m.id)";
    }

    static String list(Show show) {
        return "select m.*" + seen(show) + " order by " + show.order();
    }

    static String count(Show show) {
        return "select count(*)" + seen(show);
    }

    List<Meeting> list(Actor actor, Show show, Instant now, int limit, int offset) {
        return db.sql(list(show) + " limit :limit offset :offset")
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("now", stamp(now))
                .param("limit", limit)
                .param("offset", offset)
                .query(MeetingRows::meeting)
                .list();
    }

    long count(Actor actor, Show show, Instant now) {
        return db.sql(count(show))
                .param("authority", actor.authority())
                .param("actor", actor.id())
                .param("now", stamp(now))
                .query(Long.class)
                .single();
    }

    /** The children of each, as far as the reader may read of them. */
    Map<UUID, List<UUID>> children(Actor actor, List<Meeting> meetings) {
        var found = new HashMap<UUID, List<UUID>>();
        db.sql(
                        "select meeting_id, child_id from meetings.meeting_child where authority_id = :authority and meeting_id = any (:ids) order by place, id")
                .param("authority", actor.authority())
                .param("ids", meetings.stream().map(Meeting::id).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("meeting_id", UUID.class), any -> new ArrayList<>())
                            .add(row.getObject("child_id", UUID.class));
                });
        return found;
    }
}
