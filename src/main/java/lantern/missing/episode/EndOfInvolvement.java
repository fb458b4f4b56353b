package lantern.missing.episode;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import lantern.access.Access;
import lantern.platform.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An agency that came to a child by a notification or an episode does not see the child for ever (decision 0024). */
@Component
class EndOfInvolvement implements Job {
    private final Access access;
    private final JdbcClient db;
    private final Clock clock;

    EndOfInvolvement(Access access, JdbcClient db, Clock clock) {
        this.access = access;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "end-of-involvement";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        for (var authority : access.authorities())
            access.asSystem(
                    authority.id(),
                    "end what is over",
                    () -> db.sql("select missing.end_what_is_over(:now)")
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .query(Long.class)
                            .single());
    }
}
