package lantern.children;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another room adds to a child's page: implemented by intake, missing and later rooms as a Spring component, composed by
 * children. Each answers with a fixed number of queries (at most two), in the reader's own transaction and under their policies.
 */
public interface ChildPanel {
    /** Where its lines stand among the others, lowest first. */
    int order();

    /** Parts of the line that says how things stand now ("Missing since 14:05, 6 hours"), most urgent first; empty when there is nothing. */
    List<StateOfNow> now(UUID child, Instant at);

    /** What happened to the child as this room knows it, newest first, at most {@code limit}, before the given instant. */
    List<Event> events(UUID child, Instant before, int limit);

    /** A part of the state-of-now line. Level: 'urgent' (red), 'attention', 'plain'. */
    record StateOfNow(String words, String level, @Nullable String link) {}

    /** One entry of the chronology. */
    record Event(
            Instant happenedAt,
            Instant recordedAt,
            String title,
            @Nullable String words,
            @Nullable String agency,
            @Nullable String by,
            @Nullable String link,
            String kind) {}
}
