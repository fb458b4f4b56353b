package lantern.missing.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Department's rules on the Missing file that need nothing but its rows (SSDA903 guide to validation rules, 2022/23 to 2026/27:
 * the same numbers and the same logic in each). Every breach says how the record is mended.
 */
final class MissingRules {
    private static final String CLASSIFY = "Decide M or A on the episode's page, under classification.";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private MissingRules() {}

    record Breach(String reference, int rule, String why, String mend) {
        @Override
        public String toString() {
            return "Child " + reference + ", rule " + rule + ": " + why + " " + mend;
        }
    }

    static List<Breach> check(List<MissingRow> rows, CollectionYear year) {
        var breaches = new ArrayList<Breach>();
        for (var row : rows) alone(row, year, breaches);
        rows.stream()
                .collect(Collectors.groupingBy(MissingRow::child, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(ofChild -> together(ofChild, breaches));
        return breaches;
    }

    private static void alone(MissingRow row, CollectionYear year, List<Breach> breaches) {
        var start = date(row.start());
        var end = date(row.end());
        var type = row.missing();
        var breach = new Adding(row, breaches);
        if (List.of("M", "A").contains(type) && row.start().isEmpty())
            breach.of(564, "The start of the absence is blank.", "Record when the child was last seen.");
        if (!row.start().isEmpty() && type.isEmpty())
            breach.of(565, "The absence has a start and is neither M nor A.", CLASSIFY);
        if (!row.end().isEmpty() && type.isEmpty())
            breach.of(566, "The absence has an end and is neither M nor A.", CLASSIFY);
        if (start != null && end != null && start.isAfter(end))
            breach.of(567, "It ended before it started.", "Correct when the child went missing or was found.");
        if (start != null && start.isAfter(year.last()))
            breach.of(570, "It started after the year's last day.", "Leave it for the next year's return.");
        if (end != null && (end.isBefore(year.first()) || end.isAfter(year.last())))
            breach.of(571, "It ended outside the year.", "Correct when the child was found, or leave it out.");
        var born = date(row.born());
        if (start != null && born != null && !start.isAfter(born))
            breach.of(
                    586,
                    "It started on or before the child's date of birth.",
                    "Correct the date of birth or the start.");
        if (start == null) breach.of(1004, "The start is blank or not a date.", "Record when the child was last seen.");
        if (!row.end().isEmpty() && end == null)
            breach.of(1005, "The end is not a date.", "Correct when the child was found or back.");
        if (!type.isEmpty() && !List.of("M", "A").contains(type)) breach.of(1006, "The type is not M or A.", CLASSIFY);
    }

    /** 574: one absence at a time. The day one ends may be the day the next one starts. */
    private static void together(List<MissingRow> rows, List<Breach> breaches) {
        var inOrder = rows.stream()
                .filter(row -> date(row.start()) != null)
                .sorted(Comparator.comparing(
                                (MissingRow row) -> Objects.requireNonNullElse(date(row.end()), started(row)))
                        .thenComparing(MissingRules::started))
                .toList();
        for (var i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var row = inOrder.get(i);
            var beforeEnd = date(before.end());
            var breach = new Adding(row, breaches);
            if (beforeEnd == null)
                breach.of(
                        574,
                        "It starts on " + row.start() + " while the one of " + before.start() + " has not ended.",
                        "Record when the child was found the first time, or merge the two episodes.");
            else if (started(row).isBefore(beforeEnd))
                breach.of(
                        574,
                        "It starts on " + row.start() + ", before the one of " + before.start() + " ended on "
                                + before.end() + ".",
                        "Merge the two episodes if they are one absence, or correct their times.");
        }
    }

    private static LocalDate started(MissingRow row) {
        return Objects.requireNonNull(date(row.start()));
    }

    static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private record Adding(MissingRow row, List<Breach> breaches) {
        void of(int rule, String why, String mend) {
            breaches.add(new Breach(row.reference(), rule, why, mend));
        }
    }
}
