package lantern.missing.counters;

import static lantern.platform.Stamps.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.missing.counters.Threshold.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pattern of one child's absences at a moment, by the thresholds in force on that day. */
@Component
public class Patterns {
    private final JdbcClient db;
    private final Access access;
    private final Thresholds thresholds;

    Patterns(JdbcClient db, Access access, Thresholds thresholds) {
        this.db = db;
        this.access = access;
        this.thresholds = thresholds;
    }

    /** Of a child whom another authority has placed here: the threshold on which it is contacted too. */
    public Pattern placedHere(UUID child, Instant now) {
        var pattern = of(child, now);
        var thresholdsToo = new ArrayList<>(pattern.thresholds());
        thresholdsToo.add(thresholds.inForce(Code.PLACED_HERE_PATTERN, London.date(now)));
        return new Pattern(pattern.since(), thresholdsToo, now);
    }

    public Pattern of(UUID child, Instant now) {
        var sql = """
                select missing_since from missing.episode
                where authority_id = :authority and child_id = :child and stage in ('open', 'located', 'returned', 'closed')
                """;
        var since = db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .query((row, n) -> instant(row, "missing_since"))
                .list();
        var day = London.date(now);
        return new Pattern(
                since,
                List.of(thresholds.inForce(Code.RED_INDICATOR, day), thresholds.inForce(Code.PERSISTENT, day)),
                now);
    }
}
