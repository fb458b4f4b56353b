package lantern.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the ledger is being sealed. One transaction that stays open anywhere on the server holds sealing, and entries that wait could still be changed
 * without a trace; so somebody must hear of it.
 */
@Component
public class SealWatch {
    private static final Duration ESCALATES = Duration.ofHours(1);

    private final JdbcClient db;
    private final Clock clock;
    private final Duration longest;

    SealWatch(JdbcClient db, Clock clock, @Value("${lantern.ledger.longest-unsealed:PT5M}") Duration longest) {
        this.db = db;
        this.clock = clock;
        this.longest = longest;
    }

    /** @param oldest when the oldest entry that waits was written; null when none does */
    public record Lag(long entries, @Nullable Instant oldest, Duration waited, boolean late) {}

    public Lag lag() {
        var now = clock.instant();
        return db.sql("select entries, oldest from audit.lag()")
                .query((row, n) -> lag(row.getLong("entries"), row.getObject("oldest", OffsetDateTime.class), now))
                .single();
    }

    private Lag lag(long entries, @Nullable OffsetDateTime oldest, Instant now) {
        if (oldest == null) return new Lag(entries, null, Duration.ZERO, false);
        var waited = Duration.between(oldest.toInstant(), now);
        return new Lag(entries, oldest.toInstant(), waited, waited.compareTo(longest) > 0);
    }

    /** The step to tell people of now, once for each trouble: 1 when it is late, 2 when it has been so for an hour. Asked as Lantern itself. */
    public OptionalInt raise(Lag lag) {
        var began = lag.oldest();
        if (!lag.late() || began == null) return OptionalInt.empty();
        var step = lag.waited().compareTo(ESCALATES) > 0 ? 2 : 1;
        var sql = """
                insert into audit.alarm (authority_id, began_at, step, raised_at, entries)
                values ((select ctx.authority()), :began, :step, :now, :entries) on conflict do nothing
                """;
        var raised = db.sql(sql)
                .param("began", began.atOffset(ZoneOffset.UTC))
                .param("step", step)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("entries", lag.entries())
                .update();
        return raised == 0 ? OptionalInt.empty() : OptionalInt.of(step);
    }
}
