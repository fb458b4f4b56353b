package lantern.oversight.open;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is published now, read from the one function that anybody may call, at most every half minute. Every page that was written
 * from it is kept until it changes, so that a reader costs no database.
 */
@Component
public class Published {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Snapshot kept;

    Published(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    record Item(
            String authority,
            String authorityName,
            UUID publication,
            UUID subject,
            String title,
            Instant at,
            @Nullable OpenInquiry inquiry,
            @Nullable OpenPlan plan) {
        String path() {
            return "/open/" + (inquiry != null ? "inquiries/" : "action-plans/") + subject;
        }
    }

    /** @param pages what was written out of it, by address */
    record Snapshot(Instant readAt, List<Item> items, Map<String, Answer> pages) {
        /** When anything last changed, for feeds. */
        Instant changed() {
            return items.stream().map(Item::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        }

        Answer answer(String address, Function<String, Answer> written) {
            return pages.computeIfAbsent(address, written);
        }
    }

    record Answer(int status, String mediaType, byte[] bytes, String tag) {}

    Snapshot now() {
        var now = clock.instant();
        var was = kept;
        if (was != null && Duration.between(was.readAt, now).abs().compareTo(FRESH) < 0) return was;
        var items = read();
        var pages = was != null && was.items.equals(items) ? was.pages : new ConcurrentHashMap<String, Answer>();
        var fresh = new Snapshot(now, items, pages);
        kept = fresh;
        return fresh;
    }

    /** After something was published or withdrawn here; other instances follow within half a minute. */
    public void forget() {
        kept = null;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept = null;
            }
        });
    }

    private List<Item> read() {
        var sql = "select * from oversight.published() order by published_at desc, id";
        return db.sql(sql)
                .query((row, n) -> {
                    var content = row.getString("content");
                    var inquiry = row.getString("kind").equals("inquiry");
                    return new Item(
                            row.getString("authority"),
                            row.getString("authority_name"),
                            row.getObject("id", UUID.class),
                            row.getObject("subject_id", UUID.class),
                            row.getString("title"),
                            row.getObject("published_at", OffsetDateTime.class).toInstant(),
                            inquiry ? json.readValue(content, OpenInquiry.class) : null,
                            inquiry ? null : json.readValue(content, OpenPlan.class));
                })
                .list();
    }
}
