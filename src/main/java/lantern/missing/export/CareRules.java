package lantern.missing.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lantern.missing.export.CareEpisodes.CareEpisode;
import lantern.missing.export.MissingRules.Breach;
import org.jspecify.annotations.Nullable;

/**
 * The Department's rules that hold the Missing file against the episodes of care (575, 577, 578, 580, 581 and 1012) and against last year's file (576);
 * SSDA903 guide to validation rules, 2022/23 to 2026/27.
 */
final class CareRules {
    /** Said to whoever exports without last year's file. */
    static final String WITHOUT_LAST_YEAR =
            "Rule 576 (an absence that was open in last year's return goes on in this one) is checked when you give --last-year FILE.";

    private static final int ADULT = 18;

    private CareRules() {}

    /** A run of episodes of care, each beginning on the day the one before ended. */
    record Period(LocalDate from, @Nullable LocalDate until) {}

    static List<Breach> check(List<MissingRow> rows, Map<UUID, List<CareEpisode>> care) {
        var breaches = new ArrayList<Breach>();
        for (var row : rows) {
            var episodes = care.getOrDefault(row.childId(), List.of());
            var start = MissingRules.date(row.start());
            if (episodes.isEmpty()) {
                breaches.add(new Breach(
                        row.reference(),
                        1012,
                        "There is no episode of care in the year.",
                        "Record the legal status and the placement, or that the child was not looked after."));
            } else if (start != null) {
                against(row, start, MissingRules.date(row.end()), episodes, breaches);
            }
        }
        return breaches;
    }

    private static void against(
            MissingRow row,
            LocalDate start,
            @Nullable LocalDate end,
            List<CareEpisode> episodes,
            List<Breach> breaches) {
        if (end == null && episodes.stream().anyMatch(each -> each.until() != null && each.holds(start)))
            breaches.add(new Breach(
                    row.reference(),
                    575,
                    "The placement of " + row.start() + " has ended and the absence has not.",
                    "Record when the child was found, or correct the end of the placement."));
        var periods = periods(episodes);
        if (inEvery(periods, period -> endsWrongly(period, start, end)))
            breaches.add(new Breach(
                    row.reference(),
                    577,
                    "The child was looked after no more and the absence goes on, or it ended outside the time in care.",
                    "Record when the child was found, or correct the legal status."));
        if (inEvery(
                periods, period -> start.isBefore(period.from) || period.until != null && start.isAfter(period.until)))
            breaches.add(new Breach(
                    row.reference(),
                    578,
                    "It started on " + row.start() + ", outside the time in care.",
                    "Correct when the child went missing, or the legal status."));
        if (episodes.stream().noneMatch(each -> each.holds(start)))
            breaches.add(new Breach(
                    row.reference(),
                    581,
                    "It started on " + row.start() + ", when no episode of care was open.",
                    "Correct when the child went missing, or the legal status."));
        var birthday = eighteenth(MissingRules.date(row.born()));
        if (end != null && end.equals(birthday) && episodes.stream().anyMatch(each -> endsOn(each, end)))
            breaches.add(new Breach(
                    row.reference(),
                    580,
                    "The child was missing when they became 18 and being looked after did not end for reason E8.",
                    "Correct why the legal status ended: E8, any other reason."));
    }

    private static boolean endsWrongly(Period period, LocalDate start, @Nullable LocalDate end) {
        if (end == null) return period.until != null || start.isBefore(period.from);
        return period.until != null && end.isAfter(period.until) || end.isBefore(period.from);
    }

    private static boolean endsOn(CareEpisode episode, LocalDate day) {
        return day.equals(episode.until()) && !"E8".equals(episode.reason());
    }

    private static boolean inEvery(List<Period> periods, Predicate<Period> wrong) {
        return periods.stream().allMatch(wrong);
    }

    /** Who is born on 29 February is 18 on 28 February (the rule's own reading). */
    private static @Nullable LocalDate eighteenth(@Nullable LocalDate born) {
        return born == null ? null : born.plusYears(ADULT);
    }

    static List<Period> periods(List<CareEpisode> episodes) {
        var periods = new ArrayList<Period>();
        for (var each : episodes.stream()
                .sorted(Comparator.comparing(CareEpisode::from))
                .toList()) {
            var last = periods.isEmpty() ? null : periods.getLast();
            // A new period begins when it starts after the day the one before ended.
            if (last == null || last.until != null && each.from().isAfter(last.until))
                periods.add(new Period(each.from(), each.until()));
            else if (last.until != null) periods.set(periods.size() - 1, new Period(last.from, each.until()));
        }
        return periods;
    }

    /** 576, also for a child without a row this year. {@code lastYear}: the rows of last year's Missing file. */
    static List<Breach> carriedOn(List<MissingRow> rows, List<MissingRow> lastYear) {
        var earliest = new LinkedHashMap<String, LocalDate>();
        for (var row : rows) {
            var start = MissingRules.date(row.start());
            if (start != null) earliest.merge(row.child(), start, (a, b) -> a.isBefore(b) ? a : b);
        }
        var references = rows.stream().collect(Collectors.toMap(MissingRow::child, MissingRow::reference, (a, b) -> a));
        return lastYear.stream()
                .filter(row -> row.end().isEmpty() && !row.start().isEmpty())
                .filter(row -> !Objects.equals(earliest.get(row.child()), MissingRules.date(row.start())))
                .map(row -> new Breach(
                        references.getOrDefault(row.child(), row.child()),
                        576,
                        "The absence of " + row.start()
                                + " was open in last year's return and does not go on in this one.",
                        "Correct its start to the one returned, or record when the child was found."))
                .toList();
    }
}
