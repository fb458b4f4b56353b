package lantern.oversight.asking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import lantern.oversight.dates.Target;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.inquiry.Recommendation.Responsible;

/** Something that a role owes the committee: by when, and what makes it due. */
record Due(Inquiry inquiry, Recommendation recommendation, LocalDate by, String why) {
    /** Eight weeks: an officer who is told earlier forgets, later cannot gather it. */
    static final int AHEAD_DAYS = 56;

    /** Of every recommendation that is not concluded: the first thing that is late or comes within eight weeks. */
    static List<Due> of(List<Inquiry> inquiries, LocalDate today) {
        var all = new ArrayList<Due>();
        for (var inquiry : inquiries)
            for (var each : inquiry.recommendations())
                if (!each.concludedBy(today))
                    candidates(inquiry, each, today).stream()
                            .filter(it -> !it.by.isAfter(today.plusDays(AHEAD_DAYS)))
                            .min(Comparator.comparing(Due::by))
                            .ifPresent(all::add);
        all.sort(Comparator.comparing(Due::by));
        return all;
    }

    private static List<Due> candidates(Inquiry inquiry, Recommendation it, LocalDate today) {
        var candidates = new ArrayList<Due>();
        it.planned().stream()
                .filter(meeting -> !meeting.on().isBefore(today))
                .sorted()
                .findFirst()
                .ifPresent(meeting -> candidates.add(
                        new Due(inquiry, it, meeting.sendOut(), "Papers go out for the meeting that tracks it")));
        for (var stage : it.targets()) {
            var until = stage.until();
            if (until == null || stage.kind() == Target.Kind.WORDS) continue;
            // a stage before the last one is met by anything that was said after it was due
            var heard = it.standing().stream().anyMatch(each -> !each.on().isBefore(until));
            if (!stage.stage().last() && (heard || until.isBefore(today.minusDays(AHEAD_DAYS)))) continue;
            candidates.add(
                    new Due(inquiry, it, until, "Target: " + stage.stage().words()));
        }
        return candidates;
    }

    List<String> roles() {
        return recommendation.responsible().stream()
                .filter(each -> each.until() == null)
                .map(Responsible::name)
                .filter(Objects::nonNull)
                .toList();
    }

    String words(LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, by);
        return days == 0
                ? "Today"
                : days < 0
                        ? -days + (days == -1 ? " day late" : " days late")
                        : "In " + days + (days == 1 ? " day" : " days");
    }
}
