package lantern.missing.figures;

import gg.jte.Content;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lantern.calendar.London;
import lantern.missing.contact.Reasons;
import lantern.missing.interview.Ratings;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** All referrals received in a month, each from receipt to filing; what is still owed says so. */
public record ReferralsPage(
        YearMonth month,
        @Nullable String rating,
        @Nullable String owed,
        List<Referral> referrals,
        boolean mayChangeRule,
        String rule,
        Instant now)
        implements Page {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    static final List<String> HEAD = List.of(
            "Child",
            "Reference",
            "Received",
            "Rating",
            "First contact",
            "Outcome",
            "Outcome on",
            "Main reason",
            "Reason",
            "Form sent",
            "Copies",
            "Receipts",
            "Filed");

    @Override
    public String title() {
        return "Referrals for return interviews, " + MONTH.format(month);
    }

    @Override
    public String back() {
        return "/missing/interviews";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String sentence() {
        var open = referrals.stream().filter(Referral::owed).count();
        return Words.many(referrals.size(), "referral") + (owed == null ? " received" : " with something still owed")
                + ". " + (open == 0 ? "Nothing is owed." : "Something is still owed for " + open + ".");
    }

    public List<Content> questions() {
        var months = new LinkedHashMap<String, String>();
        for (var at = YearMonth.from(London.date(now)); months.size() < 24; at = at.minusMonths(1))
            months.put(at.toString(), MONTH.format(at));
        months.putIfAbsent(month.toString(), MONTH.format(month));
        var ratings = new LinkedHashMap<String, String>(Map.of("", "All"));
        ratings.putAll(Ratings.CHOICES);
        ratings.put("none", "Not rated");
        return List.of(
                Select.of("month", "Received in").items(months).value(month.toString()),
                Select.of("rating", "Rating").items(ratings).value(Objects.requireNonNullElse(rating, "")),
                Select.of("owed", "Show")
                        .item("", "All")
                        .item("yes", "What is still owed")
                        .value(Objects.requireNonNullElse(owed, "")));
    }

    public String csv() {
        return "/missing/interviews/referrals.csv?month=" + month + (rating == null ? "" : "&rating=" + rating)
                + (owed == null ? "" : "&owed=" + owed);
    }

    public String figures() {
        return "/missing/interviews/figures?quarter=" + Quarter.of(month);
    }

    public Table table() {
        return Table.of(title())
                .captionHidden()
                .head("Child", "Received", "Outcome", "Form sent", "Receipts", "Filed")
                .firstCellIsHeader()
                .stacks()
                .small()
                .rows(referrals, this::cells);
    }

    private List<Content> cells(Referral it) {
        return List.of(
                new Lines(Link.to("/missing/interviews/" + it.id(), it.name()), it.reference()),
                new Lines(
                        Text.of(London.dateTime(it.receivedAt())),
                        "First contact: "
                                + (it.firstContactAt() == null ? "none yet" : London.dateTime(it.firstContactAt()))),
                new Lines(Ratings.tag(it.rating()), outcome(it)),
                !it.held()
                        ? Text.of("")
                        : it.formSentAt() == null
                                ? Tag.of("To send").colour("orange")
                                : Text.of(London.dateTime(it.formSentAt())),
                it.copies() == 0
                        ? Text.of("")
                        : it.confirmed() < it.copies()
                                ? Tag.of(it.confirmed() + " of " + it.copies()).colour("orange")
                                : Text.of(it.confirmed() + " of " + it.copies()),
                !it.held() || it.formSentAt() == null
                        ? Text.of("")
                        : it.filedAt() == null
                                ? Tag.of("Not filed").colour("orange")
                                : Text.of(London.dateTime(it.filedAt())));
    }

    private static String outcome(Referral it) {
        var outcome = it.outcome();
        if (outcome == null) return it.acceptedAt() == null ? "Still open" : "Accepted, still to be held";
        var why = it.code() == null ? it.reason() : Reasons.WHY.get(it.code());
        return Words.of(outcome) + ", " + London.dateTime(Objects.requireNonNull(it.outcomeAt()))
                + (why == null ? "" : ". " + why);
    }

    /** The same rows as the table, a cell for each fact. */
    static List<String> line(Referral it) {
        var cells = new ArrayList<String>();
        cells.add(it.name());
        cells.add(it.reference());
        cells.add(London.dateTime(it.receivedAt()));
        cells.add(it.rating() == null ? "" : Ratings.CHOICES.getOrDefault(it.rating(), it.rating()));
        cells.add(at(it.firstContactAt()));
        cells.add(it.outcome() == null ? "" : Words.of(it.outcome()));
        cells.add(at(it.outcomeAt()));
        cells.add(it.code() == null ? "" : Reasons.WHY.getOrDefault(it.code(), it.code()));
        cells.add(Objects.requireNonNullElse(it.reason(), ""));
        cells.add(at(it.formSentAt()));
        cells.add(Integer.toString(it.copies()));
        cells.add(Integer.toString(it.confirmed()));
        cells.add(at(it.filedAt()));
        return cells;
    }

    private static String at(@Nullable Instant at) {
        return at == null ? "" : London.dateTime(at);
    }
}
