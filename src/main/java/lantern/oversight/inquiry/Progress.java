package lantern.oversight.inquiry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What follows from an inquiry's history on one day: the figures that papers used to type (inventory A5). */
public record Progress(Inquiry inquiry, LocalDate day) {
    /** A category that moved between two meetings. */
    public record Change(Recommendation recommendation, Scale.@Nullable Category before, Scale.@Nullable Category now) {
        public String words() {
            return (before == null ? "not assessed" : String.valueOf(before.number())) + " to "
                    + (now == null ? "not assessed" : now.number());
        }
    }

    /** One recommendation's categories, meeting by meeting: "2, 3, 2". */
    public record History(Recommendation recommendation, List<String> cells) {
        /** The categories in the order they were given, repeats left out. */
        public String path() {
            var path = new ArrayList<String>();
            for (var cell : cells)
                if (!cell.isEmpty() && (path.isEmpty() || !path.getLast().equals(cell))) path.add(cell);
            return String.join(" to ", path);
        }
    }

    public Scale.@Nullable Category category(Recommendation recommendation) {
        var assessed = recommendation.assessedBy(day);
        return assessed == null ? null : assessed.category();
    }

    /** How many stand in each category, 1 to 6. */
    public Map<Scale.Category, Long> counts() {
        var counts = new LinkedHashMap<Scale.Category, Long>();
        for (var category : Scale.shipped().categories())
            counts.put(
                    category,
                    inquiry.recommendations().stream()
                            .filter(each -> category.equals(category(each)))
                            .count());
        return counts;
    }

    public List<Recommendation> in(int category) {
        return inquiry.recommendations().stream()
                .filter(each -> category(each) instanceof Scale.Category it && it.number() == category)
                .toList();
    }

    public List<Recommendation> outstanding() {
        return inquiry.recommendations().stream()
                .filter(each -> !each.concludedBy(day))
                .toList();
    }

    public List<Recommendation> concluded() {
        return inquiry.recommendations().stream()
                .filter(each -> each.concludedBy(day))
                .toList();
    }

    public List<Recommendation> concludedWithDate() {
        return concluded().stream()
                .filter(each -> each.conclusions().stream().anyMatch(it -> it.on() != null && it.reopenedOn() == null))
                .toList();
    }

    /** What changed at the last meeting up to the day, compared with the meeting before it. */
    public List<Change> changes() {
        var meetings = inquiry.meetings().stream()
                .filter(each -> !each.on().isAfter(day))
                .toList();
        if (meetings.size() < 2) return List.of();
        var before = new Progress(inquiry, meetings.get(meetings.size() - 2).on());
        var now = new Progress(inquiry, meetings.getLast().on());
        return inquiry.recommendations().stream()
                .map(each -> new Change(each, before.category(each), now.category(each)))
                .filter(change -> change.before != null && !Objects.equals(change.before, change.now))
                .toList();
    }

    /** Every recommendation whose category ever moved after it was first given. */
    public List<History> moved() {
        return history().stream()
                .filter(each -> each.cells.stream()
                                .filter(cell -> !cell.isEmpty())
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** The derived table of inventory A4: a cell for each meeting, empty where nothing was assessed. */
    public List<History> history() {
        var meetings = inquiry.meetings().stream()
                .filter(each -> !each.on().isAfter(day))
                .toList();
        return inquiry.recommendations().stream()
                .map(each -> new History(
                        each,
                        meetings.stream()
                                .map(meeting -> each.assessments().stream()
                                        .filter(it -> it.meeting().equals(meeting))
                                        .max(java.util.Comparator.comparing(Recommendation.Assessment::standing)
                                                .thenComparing(Recommendation.Assessment::recordedAt))
                                        .map(it -> it.category() == null
                                                ? it.raw()
                                                : String.valueOf(it.category().number()))
                                        .orElse(""))
                                .toList()))
                .toList();
    }

    public Map<String, Long> byResponsible() {
        return inquiry.recommendations().stream()
                .flatMap(each -> each.responsible().stream().filter(it -> it.until() == null))
                .collect(Collectors.groupingBy(
                        Recommendation.Responsible::name, LinkedHashMap::new, Collectors.counting()));
    }

    /** Days from the final target to the conclusion, when both are known; negative when it was early. */
    public static @Nullable Long daysLate(Recommendation recommendation) {
        var target = recommendation.finalTarget();
        var concluded = recommendation.concluded();
        if (target == null || concluded == null || concluded.on() == null) return null;
        return ChronoUnit.DAYS.between(target, concluded.on());
    }
}
