package lantern.demo.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What happened to one subject (a notification, an episode, an interview), in the order it became known. */
public final class Facts {
    private final Instant now;
    private final List<Known> known = new ArrayList<>();

    record Known(String event, Instant at, Instant recordedAt, UUID by, Set<String> holding) {}

    public Facts(Instant now) {
        this.now = now;
    }

    /** Nothing that has not happened yet is known. */
    public void add(String event, Instant at, Instant recordedAt, UUID by, Set<String> holding) {
        if (!recordedAt.isAfter(now)) known.add(new Known(event, at, recordedAt, by, holding));
    }

    public void add(String event, Instant at, UUID by, Set<String> holding) {
        add(event, at, at, by, holding);
    }

    List<Known> known() {
        return known.stream()
                .sorted(java.util.Comparator.comparing(Known::recordedAt))
                .toList();
    }
}
