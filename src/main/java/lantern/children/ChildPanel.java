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

    /**
     * What this room knows of the child.
     *
     * @param at the moment that "now" is
     * @param before only events before this instant
     * @param limit at most so many events
     */
    Panel of(UUID child, Instant at, Instant before, int limit);

    /** What this reader can begin here for the child ("Plan a meeting"); nothing that they may not do. */
    default List<Offer> offers(UUID child) {
        return List.of();
    }

    /** A link on the child's page, by what it does. */
    record Offer(String words, String path) {}

    /**
     * @param now parts of the line that says how things stand ("Missing since 14:05, 6 hours"), most urgent first; empty when there is nothing
     * @param events what happened to the child, newest first
     */
    record Panel(List<StateOfNow> now, List<Event> events) {
        /** The same for who may not open what it leads to. */
        public Panel withoutLinks() {
            return new Panel(
                    now.stream()
                            .map(each -> new StateOfNow(each.words, each.level, null))
                            .toList(),
                    events.stream().map(Event::unlinked).toList());
        }
    }

    /** A part of the state-of-now line. Level: 'urgent' (red), 'attention', 'plain'. */
    record StateOfNow(String words, String level, @Nullable String link) {}

    /** One entry of the chronology, with how it was amended since, the newest first. */
    record Event(
            Instant happenedAt,
            Instant recordedAt,
            String title,
            @Nullable String words,
            @Nullable String agency,
            @Nullable String by,
            @Nullable String link,
            String kind,
            List<Amendment> amendments) {
        public Event(
                Instant happenedAt,
                Instant recordedAt,
                String title,
                @Nullable String words,
                @Nullable String agency,
                @Nullable String by,
                @Nullable String link,
                String kind) {
            this(happenedAt, recordedAt, title, words, agency, by, link, kind, List.of());
        }

        private Event unlinked() {
            return new Event(happenedAt, recordedAt, title, words, agency, by, null, kind, amendments);
        }

        public Event by(@Nullable String name, @Nullable String ofAgency) {
            return new Event(happenedAt, recordedAt, title, words, ofAgency, name, link, kind, amendments);
        }
    }

    /** What an entry said before it was corrected, and why. */
    record Amendment(String words, Instant at, @Nullable String by) {}
}
