package lantern.children.governance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.audit.LedgerSearch.Wanted;
import lantern.calendar.London;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the ledger is asked for, as it stands in its address: {@code child} a reference or an id, {@code who} a name or an id, {@code act} a
 * kind of {@link Acts}, days inclusive.
 */
public record Asked(
        String child, String who, String act, String agency, String purpose, LocalDate from, LocalDate until) {
    private static final int DAYS = 90;
    private static final List<String> FIELDS = List.of("child", "who", "act", "agency", "purpose", "from", "until");

    static Asked of(Map<String, String> query, Instant now) {
        var today = London.date(now);
        return new Asked(
                text(query, "child"),
                text(query, "who"),
                text(query, "act"),
                text(query, "agency"),
                text(query, "purpose"),
                day(query, "from", today.minusDays(DAYS)),
                day(query, "until", today));
    }

    private static String text(Map<String, String> query, String name) {
        return query.getOrDefault(name, "").strip();
    }

    private static LocalDate day(Map<String, String> query, String name, LocalDate otherwise) {
        var typed = text(query, name);
        if (typed.isEmpty()) return otherwise;
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new Refused("Write the day as year-month-day, for example 2026-11-22", name);
        }
    }

    Wanted wanted(@Nullable UUID person, List<String> acts, @Nullable UUID agencyId) {
        return new Wanted(
                London.startOf(from),
                London.startOf(until.plusDays(1)),
                person,
                acts,
                act.equals("searched") ? "children-search" : null,
                agencyId,
                purpose.isEmpty() ? null : purpose);
    }

    /** The address of the same question at {@code path}. */
    public String at(String path, Map<String, String> more) {
        var values = Map.of(
                "child",
                child,
                "who",
                who,
                "act",
                act,
                "agency",
                agency,
                "purpose",
                purpose,
                "from",
                from.toString(),
                "until",
                until.toString());
        var query = FIELDS.stream()
                .filter(name -> !values.getOrDefault(name, "").isEmpty() && !more.containsKey(name))
                .map(name -> name + "=" + URLEncoder.encode(values.get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var rest = more.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + "?" + query + (rest.isEmpty() ? "" : "&" + rest);
    }
}
