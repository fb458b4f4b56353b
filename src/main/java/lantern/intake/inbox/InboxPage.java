package lantern.intake.inbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import lantern.platform.web.Page;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** What waits for the hub, one page of it. */
public record InboxPage(
        List<Row> rows, Counts counts, @Nullable Waits show, int page, int pages, boolean mayRecord, boolean mayDecide)
        implements Page {
    /** The page asked for, or the nearest there is. */
    public static InboxPage of(
            Counts counts,
            @Nullable Waits show,
            int page,
            boolean mayRecord,
            boolean mayDecide,
            IntFunction<List<Row>> rows) {
        var number = show == null ? counts.all() : counts.waiting().getOrDefault(show, 0L);
        var pages = (int) Math.max(1, (number + InboxQueries.ROWS - 1) / InboxQueries.ROWS);
        var shown = Math.clamp(page, 1, pages);
        return new InboxPage(rows.apply(shown), counts, show, shown, pages, mayRecord, mayDecide);
    }

    @Override
    public String title() {
        return "Inbox";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String address(int page) {
        return "/inbox?" + (show == null ? "" : "show=" + show.code() + "&") + "page=" + page;
    }

    public long count(@Nullable Waits waits) {
        return waits == null ? counts.all() : counts.waiting().getOrDefault(waits, 0L);
    }

    /** How many wait, by why, and how many messages could not be read. */
    public record Counts(Map<Waits, Long> waiting, long quarantined) {
        public long all() {
            return waiting.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** {@code name} as the message said it or, once linked, as the register has it. */
    public record Row(
            UUID id,
            Waits waits,
            String kind,
            String name,
            @Nullable UUID child,
            @Nullable String reference,
            String agency,
            String received,
            @Nullable String parkedBecause,
            @Nullable Timescale clock) {}
}
