package lantern.children.imports.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The children of a return, and when each was looked after as far as its episodes were sound. */
final class Care {
    record Child(UUID id, LocalDate born) {}

    /** A day on which one episode ends and the next begins is in both. */
    record Period(LocalDate from, @Nullable LocalDate until, String placement) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    private final Map<String, Child> children = new HashMap<>();
    private final Map<UUID, List<Period>> periods = new HashMap<>();

    void add(String number, Child child) {
        children.put(number, child);
    }

    @Nullable
    Child child(String number) {
        return children.get(number);
    }

    void add(UUID child, Period period) {
        periods.computeIfAbsent(child, any -> new ArrayList<>()).add(period);
    }

    List<Period> periods(UUID child) {
        return periods.getOrDefault(child, List.of());
    }

    /** The last day of the time in care that this day is in; null when it goes on, and when the day is in none. */
    @Nullable
    LocalDate lastDayAfter(UUID child, LocalDate day) {
        LocalDate last = day;
        for (var period : periods(child).stream()
                .sorted(java.util.Comparator.comparing(Period::from))
                .toList()) {
            if (!period.holds(last)) continue;
            if (period.until == null) return null;
            last = period.until;
        }
        return last;
    }
}
