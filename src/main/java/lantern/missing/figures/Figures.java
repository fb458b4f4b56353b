package lantern.missing.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import lantern.missing.contact.Reasons;
import lantern.missing.interview.InterviewPage;
import lantern.missing.interview.Ratings;
import lantern.missing.interview.Said;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;

/** The provider's figures for a quarter, counted from the rows of the list: the same on the page, on paper and in the file. */
final class Figures {
    private Figures() {}

    static Document of(Quarter quarter, @Nullable String rating, List<Referral> all, String rule) {
        return Document.of(
                        "Return interviews, " + quarter.words(),
                        quarter.first().plusMonths(3).atDay(1).minusDays(1))
                .fact("Counted", "Referrals received in these months, of children whose record you see")
                .fact("Rating", rating == null ? "All" : Ratings.CHOICES.getOrDefault(rating, "Not rated"))
                .fact("Offers", rule)
                .with(
                        section("Referrals by rating", ratings(all)),
                        section("From referral to interview", way(all)),
                        section("Time of the first contact", contact(all)),
                        section("Why interviews were not held", why(all)),
                        section("Issues identified", issues(all)));
    }

    private static Block.Section section(String heading, Table table) {
        return Block.Section.plain(heading, List.of(table));
    }

    private static Table ratings(List<Referral> all) {
        var table = counted("Referrals by rating", "Rating");
        for (var each : Ratings.CHOICES.entrySet())
            table = row(table, each.getValue(), count(all, it -> each.getKey().equals(it.rating())), all.size());
        table = row(table, "Not rated", count(all, it -> it.rating() == null), all.size());
        return row(table, "All", all.size(), all.size());
    }

    private static Table way(List<Referral> all) {
        var table = counted("From referral to interview", "What");
        table = row(table, "Referrals", all.size(), all.size());
        table = row(table, "Offered an interview", count(all, it -> it.offeredAt() != null), all.size());
        table = row(table, "Accepted", count(all, it -> it.acceptedAt() != null), all.size());
        table = row(table, "Held", count(all, Referral::held), all.size());
        table = row(
                table,
                "Held in time (72 hours of the return, as shipped)",
                count(all, Referral::heldInTime),
                all.size());
        for (var outcome : List.of("declined", "could-not-be-done", "not-offered", "covered-by-another"))
            table = row(table, Words.of(outcome), count(all, it -> outcome.equals(it.outcome())), all.size());
        table = row(table, "Still open", count(all, it -> it.outcome() == null), all.size());
        table = row(table, "Feedback form sent", count(all, it -> it.formSentAt() != null), all.size());
        return row(
                table, "Feedback form filed on the child's record", count(all, it -> it.filedAt() != null), all.size());
    }

    private static Table contact(List<Referral> all) {
        var times = new ArrayList<Duration>();
        for (var it : all) {
            var until = it.untilFirstContact();
            if (until != null) times.add(until);
        }
        times.sort(Comparator.naturalOrder());
        var table = counted("Time from the referral to the first contact", "Within");
        for (var hours : List.of(24, 48, 72)) {
            var within = times.stream()
                    .filter(each -> each.compareTo(Duration.ofHours(hours)) <= 0)
                    .count();
            table = row(table, hours + " hours", within, all.size());
        }
        table = row(
                table,
                "Longer",
                times.stream()
                        .filter(each -> each.compareTo(Duration.ofHours(72)) > 0)
                        .count(),
                all.size());
        table = row(table, "No contact yet", all.size() - (long) times.size(), all.size());
        var middle = times.isEmpty() ? null : times.get((times.size() - 1) / 2);
        return table.row(
                Value.of("Median, in hours"),
                middle == null ? Value.of("None") : Value.count(Math.round(middle.toMinutes() / 60.0)),
                Value.of(""));
    }

    private static Table why(List<Referral> all) {
        var table = Table.of("Outcome and main reason")
                .column("Outcome")
                .column("Main reason")
                .number("Referrals");
        for (var outcome : List.of("declined", "could-not-be-done", "not-offered")) {
            var counts = tally(
                    all.stream().filter(it -> outcome.equals(it.outcome())).toList(),
                    it -> List.of(Objects.requireNonNullElse(it.code(), "no-code")));
            for (var each : counts.entrySet())
                table = table.row(
                        Value.of(Words.of(outcome)),
                        Value.of(Reasons.WHY.getOrDefault(each.getKey(), "In words only")),
                        Value.count(each.getValue()));
        }
        return table;
    }

    private static Table issues(List<Referral> all) {
        var table = Table.of("What pushed children away, what drew them, and red indicators")
                .column("Issue")
                .number("Referrals");
        for (var each : tally(all, Referral::factors).entrySet())
            table = table.row(Value.of(Said.factor(each.getKey())), Value.count(each.getValue()));
        for (var each : tally(all, Referral::indicators).entrySet())
            table = table.row(
                    Value.of("Red indicator: " + InterviewPage.INDICATORS.getOrDefault(each.getKey(), each.getKey())),
                    Value.count(each.getValue()));
        return table;
    }

    private static Table counted(String caption, String of) {
        return Table.of(caption).column(of).number("Referrals").number("Share");
    }

    private static Table row(Table table, String words, long count, long whole) {
        return table.row(Value.of(words), Value.count(count), whole == 0 ? Value.of("") : Value.share(count, whole));
    }

    private static long count(List<Referral> all, Predicate<Referral> which) {
        return all.stream().filter(which).count();
    }

    /** Code to how many, most first. */
    private static Map<String, Long> tally(List<Referral> all, Function<Referral, List<String>> codes) {
        var counts = new LinkedHashMap<String, Long>();
        for (var it : all) for (var code : codes.apply(it)) counts.merge(code, 1L, Long::sum);
        var sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        var result = new LinkedHashMap<String, Long>();
        for (var each : sorted) result.put(each.getKey(), each.getValue());
        return result;
    }
}
