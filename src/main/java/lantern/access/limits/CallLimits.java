package lantern.access.limits;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lantern.access.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a system may make one more call. The count is in the database, in a table that is not logged, and shared by all instances; this
 * instance takes a few calls at a time from it (a fiftieth of a minute's at most), so that most calls cost nothing.
 */
@Component
class CallLimits {
    private static final int AT_ONCE = 100;
    private static final long KEPT_NANOS = 60_000_000_000L;
    private static final int MOST_KEPT = 10_000;

    private final JdbcClient db;
    private final Map<String, Taken> kept = new ConcurrentHashMap<>();

    CallLimits(JdbcClient db) {
        this.db = db;
    }

    /** What was taken and is not used yet. */
    private static final class Taken {
        private int left;
        private long until;
    }

    private record Answer(int taken, int waitSeconds) {}

    /** Seconds to wait; 0 when the call may be made. A token that is not valid is not counted: it is refused where it is used. */
    int take(String token) {
        var hash = Tokens.hash(token);
        if (kept.size() > MOST_KEPT) kept.clear();
        var key = HexFormat.of().formatHex(hash);
        var mine = kept.computeIfAbsent(key, it -> new Taken());
        // One at a time for each token: the others then find what the first has taken.
        synchronized (mine) {
            // System.nanoTime measures an age and says nothing about the time of day
            if (mine.left > 0 && System.nanoTime() - mine.until < 0) {
                mine.left--;
                return 0;
            }
            var answer = db.sql("select taken, wait_seconds from access.take_calls(:hash, :wanted)")
                    .param("hash", hash)
                    .param("wanted", AT_ONCE)
                    .query((row, n) -> new Answer(row.getInt("taken"), row.getInt("wait_seconds")))
                    .optional();
            if (answer.isEmpty()) {
                kept.remove(key);
                return 0;
            }
            if (answer.get().taken == 0) return answer.get().waitSeconds;
            mine.left = answer.get().taken - 1;
            mine.until = System.nanoTime() + KEPT_NANOS;
            return 0;
        }
    }
}
