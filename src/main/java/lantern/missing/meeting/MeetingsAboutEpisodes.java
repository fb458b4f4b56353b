package lantern.missing.meeting;

import java.time.Instant;
import java.util.UUID;
import lantern.access.Access;
import lantern.meetings.About;
import lantern.meetings.MeetingKind;
import lantern.meetings.SubjectRoom;
import lantern.missing.episode.Episode;
import lantern.missing.episode.EpisodeRows;
import lantern.missing.log.Entry;
import lantern.missing.log.EpisodeLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A meeting that was held is a step of its episode, and the step is what meets the clocks of the episode and of its notifications. */
@Component
class MeetingsAboutEpisodes implements SubjectRoom {
    private final JdbcClient db;
    private final EpisodeRows episodes;
    private final EpisodeLog log;
    private final Access access;

    MeetingsAboutEpisodes(JdbcClient db, EpisodeRows episodes, EpisodeLog log, Access access) {
        this.db = db;
        this.episodes = episodes;
        this.log = log;
        this.access = access;
    }

    @Override
    public String kind() {
        return "episode";
    }

    @Override
    public boolean has(About about) {
        var sql =
                "select exists (select from missing.episode where authority_id = :authority and id = :id and child_id = :child)";
        return Boolean.TRUE.equals(db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", about.id())
                .param("child", about.child())
                .query(Boolean.class)
                .single());
    }

    /** An episode that was merged since has its step on the one that is kept; one recorded in error has no clocks any more. */
    @Override
    public boolean held(UUID meeting, MeetingKind kind, About about, Instant at, String words) {
        var episode = episodes.lock(about.id());
        while (episode instanceof Episode.Merged merged) episode = episodes.lock(merged.into());
        if (episode instanceof Episode.Void) return true;
        var step = step(kind);
        log.record(episode.id(), Entry.of(step, words, at));
        return step != Entry.Kind.STEP;
    }

    private static Entry.Kind step(MeetingKind kind) {
        return switch (kind) {
            case STRATEGY, MISSING_STRATEGY -> Entry.Kind.STRATEGY_MEETING;
            case DISCUSSION -> Entry.Kind.DISCUSSION;
            case MASE, EXPLOITATION_GROUP, MISSING_GROUP, MAPPING -> Entry.Kind.STEP;
        };
    }
}
