package lantern.missing.board;

import static java.util.Objects.requireNonNullElse;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Pagination;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** What the board shows: rows, counts and the filter, as at a moment that the page names. */
public record BoardPage(
        BoardFilter filter,
        List<BoardRow> rows,
        boolean more,
        BoardQueries.Counts counts,
        Instant asAt,
        UnaryOperator<String> titles,
        Names.Called names,
        boolean mayReadInbox)
        implements Page {

    @Override
    public String title() {
        return "Missing now";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String asAtWords() {
        return London.dateTime(asAt);
    }

    public int count() {
        return switch (filter.stage()) {
            case "located" -> counts.located();
            case "returned" -> counts.returned();
            default -> counts.open();
        };
    }

    /** How things stand, in one sentence; says so when nobody is on the list. */
    public String sentence() {
        var who = Words.many(count(), "child").replace("childs", "children");
        var state =
                switch (filter.stage()) {
                    case "located" -> "found and not yet back";
                    case "returned" -> "back, with work still to do before the episode is closed";
                    default -> "missing";
                };
        if (count() == 0) return "No child is " + state + ".";
        if (!filter.filtered()) return who + (count() == 1 ? " is " : " are ") + state + ".";
        return rows.isEmpty()
                ? "No child fits this filter. Without it there " + (count() == 1 ? "is " : "are ") + who + " " + state
                        + "."
                : "Showing those that fit the filter, of " + who + " " + state + ".";
    }

    public @Nullable String undecided() {
        var waiting = counts.undecided();
        if (waiting == 0) return null;
        return waiting == 1
                ? "1 notification waits for a decision about who the child is."
                : waiting + " notifications wait for a decision about who the child is.";
    }

    /** One of the three lists, with its count. */
    public record Tab(String words, String href, boolean current) {}

    public List<Tab> tabs() {
        return List.of(
                tab("open", "Missing (" + counts.open() + ")"),
                tab("located", "Found, not back (" + counts.located() + ")"),
                tab("returned", "Returned, not closed (" + counts.returned() + ")"));
    }

    private Tab tab(String stage, String words) {
        return new Tab(words, filter.path(stage, 1), stage.equals(filter.stage()));
    }

    public String everybody() {
        return filter.stage().equals("open") ? "/missing" : "/missing?stage=" + filter.stage();
    }

    public List<Content> questions() {
        var fields = filter.fields();
        var byName = new LinkedHashMap<String, String>();
        byName.put("", "All teams");
        counts.teams().forEach(team -> byName.put(team.id().toString(), team.name()));
        return List.of(
                select("team", "Team", byName, fields),
                select(
                        "risk",
                        "Police risk",
                        choices(
                                "",
                                "Any",
                                "high",
                                "High",
                                "medium",
                                "Medium",
                                "low",
                                "Low",
                                "very-low",
                                "Very low",
                                "none",
                                "Not given"),
                        fields),
                select(
                        "care",
                        "Care status",
                        choices("", "All", "looked-after", "Looked after", "not-looked-after", "Not looked after"),
                        fields),
                select(
                        "from",
                        "Missing from",
                        choices(
                                "",
                                "Anywhere",
                                "home",
                                "Home",
                                "placement",
                                "Placement",
                                "school",
                                "School",
                                "other",
                                "Other"),
                        fields),
                select(
                        "hours",
                        "Missing for",
                        choices(
                                "",
                                "Any time",
                                "6",
                                "6 hours or more",
                                "24",
                                "24 hours or more",
                                "48",
                                "48 hours or more",
                                "72",
                                "72 hours or more"),
                        fields),
                Input.of("area", "Home postcode begins with")
                        .value(fields.get("area"))
                        .width(5));
    }

    private static Select select(String name, String label, Map<String, String> items, Map<String, String> chosen) {
        return Select.of(name, label).items(items).value(chosen.get(name));
    }

    private static Map<String, String> choices(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }

    public @Nullable Pagination pagination() {
        if (!more && filter.page() == 1) return null;
        return Pagination.of(
                filter.page() == 1 ? null : Pagination.Arrow.to(filter.path(filter.stage(), filter.page() - 1)),
                more ? Pagination.Arrow.to(filter.path(filter.stage(), filter.page() + 1)) : null);
    }

    public Table table() {
        var table = Table.of("Children, longest missing first").captionHidden().head(head().toArray(String[]::new));
        return table.stacks().small().rows(rows, this::cells);
    }

    private List<String> head() {
        var head = new ArrayList<>(List.of("Child", "Missing since"));
        if (!filter.stage().equals("open")) head.add(filter.stage().equals("located") ? "Found" : "Returned");
        head.addAll(List.of("From", "Looked after", "Police risk", "Worker and team", "Next timescale"));
        return head;
    }

    private List<Content> cells(BoardRow row) {
        var cells = new ArrayList<Content>();
        var age = Words.age(row.born(), asAt);
        cells.add(new Lines(
                Link.to("/missing/episodes/" + row.episode(), row.name()),
                age == null ? "age not known" : "aged " + age));
        cells.add(new Lines(
                Text.of(London.when(row.missingSince(), asAt)),
                filter.stage().equals("open") ? Words.elapsed(row.missingSince(), asAt) : ""));
        var ended = filter.stage().equals("located") ? row.locatedAt() : row.returnedAt();
        if (!filter.stage().equals("open")) cells.add(Text.of(ended == null ? "" : London.when(ended, asAt)));
        cells.add(new Lines(Text.of(Words.of(row.missingFrom())), row.placement() == null ? "" : row.placement()));
        cells.add(Text.of(row.lookedAfter() ? "Yes" : "No"));
        cells.add(Text.of(row.risk() == null ? "Not given" : Words.of(row.risk())));
        cells.add(new Lines(
                Text.of(requireNonNullElse(names.name(row.worker()), "No allocated worker")),
                requireNonNullElse(names.name(row.team()), "")));
        cells.add(next(row));
        return cells;
    }

    private Content next(BoardRow row) {
        if (row.standard() == null) return Text.of("None running");
        var title = titles.apply(row.standard());
        var due = row.due();
        if (due == null) return new Lines(Text.of(title), "no limit set");
        var words = "due " + London.due(due, asAt);
        if (due.isBefore(asAt)) return new Lines(Tag.of("Late").red(), title + ", was " + words);
        var soon = row.dueSoon();
        if (soon != null && !soon.isAfter(asAt))
            return new Lines(Tag.of("Due soon").colour("orange"), title + ", " + words);
        return new Lines(Text.of(title), words);
    }
}
