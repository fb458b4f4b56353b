package lantern.missing.meeting;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.meetings.MeetingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an episode's page shows of the meetings about it. */
@Component
public class EpisodeMeetings {
    static final String OF_EPISODE = """
            select m.meeting_id, m.kind, m.starts_at, m.held_at, m.cancelled_at,
                   (select count(*) from meetings.v_action a
                    where a.authority_id = m.authority_id and a.meeting_id = m.meeting_id and a.child_id = m.child_id and a.done_at is null) as to_do
            from meetings.v_meeting_child m
            where m.authority_id = :authority and m.subject_kind = 'episode'
              and m.subject_id in (select e.id from missing.episode e where e.authority_id = :authority and (e.id = :id or e.merged_into = :id))
            order by m.starts_at desc, m.meeting_id desc
            """;

    private final JdbcClient db;
    private final Access access;

    EpisodeMeetings(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** @param toDo how many of its actions for the child are still to be done */
    public record OfEpisode(
            UUID id,
            MeetingKind kind,
            Instant startsAt,
            @Nullable Instant heldAt,
            boolean cancelled,
            int toDo) {

        public String words(Instant now) {
            if (cancelled) return kind.words + " cancelled, was planned for " + London.when(startsAt, now);
            if (heldAt == null) return kind.words + " planned for " + London.when(startsAt, now);
            return kind.words + " held " + London.when(heldAt, now);
        }

        public String actions() {
            return toDo == 0 ? "" : toDo == 1 ? "1 action still to be done" : toDo + " actions still to be done";
        }
    }

    /** The meetings about an episode and about those that were merged into it, the latest first. */
    public List<OfEpisode> of(UUID episode) {
        return db.sql(OF_EPISODE)
                .param("authority", access.actor().authority())
                .param("id", episode)
                .query((row, n) -> new OfEpisode(
                        row.getObject("meeting_id", UUID.class),
                        MeetingKind.of(row.getString("kind")),
                        instant(row, "starts_at"),
                        instantOrNull(row, "held_at"),
                        row.getObject("cancelled_at") != null,
                        row.getInt("to_do")))
                .list();
    }
}
