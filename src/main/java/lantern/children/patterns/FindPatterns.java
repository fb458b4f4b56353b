package lantern.children.patterns;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.platform.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for patterns, a day at a time: today and yesterday each hour, and the weeks before it the first time. A finding is made once, and grows until
 * somebody has looked into it.
 */
@Component
class FindPatterns implements Job {
    private static final int DAYS_AT_FIRST = 60;

    private final JdbcClient db;
    private final Access access;
    private final Thresholds thresholds;
    private final DayPatterns patterns;
    private final Clock clock;

    FindPatterns(JdbcClient db, Access access, Thresholds thresholds, DayPatterns patterns, Clock clock) {
        this.db = db;
        this.access = access;
        this.thresholds = thresholds;
        this.patterns = patterns;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "children-patterns";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (var authority : access.authorities()) run(authority.id());
    }

    void run(UUID authority) {
        var today = London.date(clock.instant());
        Boolean anything = access.asSystem(authority, "look for patterns", this::foundAnything);
        var first = today.minusDays(Boolean.TRUE.equals(anything) ? 1 : DAYS_AT_FIRST);
        for (var day = first; !day.isAfter(today); day = day.plusDays(1)) {
            if (Thread.currentThread().isInterrupted()) return;
            look(authority, day);
        }
    }

    void look(UUID authority, LocalDate day) {
        access.<@Nullable Void>asSystem(authority, "look for patterns", () -> {
            var rules = thresholds.all();
            for (var rule : rules.values()) patterns.find(rule, day, clock.instant());
            return null;
        });
    }

    private Boolean foundAnything() {
        return db.sql("select exists (select from children.finding where authority_id = (select ctx.authority()))")
                .query(Boolean.class)
                .single();
    }
}
