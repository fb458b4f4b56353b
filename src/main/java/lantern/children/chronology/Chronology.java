package lantern.children.chronology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.ChildPanel.Event;
import org.jspecify.annotations.Nullable;

/**
 * A page of the one chronology: newest first, from every room. {@code next} is where the page of older events begins, null when
 * there is none.
 */
public record Chronology(List<Event> events, @Nullable Instant next) {
    public static final int PAGE = 50;
    /** A long life has some hundreds of events; more than these are read on a further page. */
    public static final int WHOLE = 1_000;

    /** Each room gave its newest {@code asked}, this one all; only what every room has certainly reached is shown. */
    public static Chronology of(List<Event> own, List<List<Event>> rooms, int asked, int page) {
        // A room that gave as many as it was asked for may have more at or before its oldest: that is as far as we
        // know.
        var known = rooms.stream()
                .filter(events -> events.size() >= asked)
                .map(events -> events.getLast().happenedAt())
                .max(Comparator.naturalOrder());
        var all = Stream.concat(Stream.of(own), rooms.stream())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Event::happenedAt)
                        .thenComparing(Event::recordedAt)
                        .reversed())
                .toList();
        var sure = all.stream()
                .filter(event -> known.isEmpty() || event.happenedAt().isAfter(known.get()))
                .toList();
        if (sure.isEmpty()) return new Chronology(all, known.orElse(null));
        if (sure.size() <= page)
            return new Chronology(
                    sure, known.map(at -> at.plus(1, ChronoUnit.MICROS)).orElse(null));
        // Events of one instant stay together, so that none falls between two pages.
        var edge = sure.get(page - 1).happenedAt();
        var shown = sure.stream()
                .filter(event -> !event.happenedAt().isBefore(edge))
                .toList();
        return new Chronology(shown, shown.size() == all.size() && known.isEmpty() ? null : edge);
    }

    /** Only those that a filter lets through, with how many there are in all. */
    public Chronology only(ChronologyFilter filter) {
        return filter.isEmpty()
                ? this
                : new Chronology(events.stream().filter(filter::lets).toList(), next);
    }

    /** "Showing 12 events over 3 years" of the newest that are shown. */
    public String extent(int most) {
        if (events.isEmpty()) return "No events are recorded";
        var shown = events.subList(0, Math.min(most, events.size()));
        var newest = shown.size() < events.size() || next != null;
        var count = (newest ? "the newest " : "") + (shown.size() == 1 ? "1 event" : shown.size() + " events");
        var first = shown.getLast().happenedAt().atZone(London.ZONE);
        var last = shown.getFirst().happenedAt().atZone(London.ZONE);
        var years = ChronoUnit.YEARS.between(first, last);
        var months = ChronoUnit.MONTHS.between(first, last);
        var over = years > 0
                ? plural(years, "year")
                : months > 0 ? plural(months, "month") : plural(ChronoUnit.DAYS.between(first, last) + 1, "day");
        return "Showing " + count + " over " + over;
    }

    private static String plural(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
