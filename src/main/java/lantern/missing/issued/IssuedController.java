package lantern.missing.issued;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.issued.IssuedLists.Issued;
import lantern.missing.issued.IssuedLists.Row;
import lantern.missing.lists.Listing;
import lantern.missing.lists.Listing.Column;
import lantern.missing.lists.Listing.Item;
import lantern.missing.lists.ListingPage;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.Words;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/missing/issued")
class IssuedController {
    private final IssuedLists lists;
    private final Names names;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    IssuedController(IssuedLists lists, Names names, Timescales timescales, Access access, Ledger ledger, Clock clock) {
        this.lists = lists;
        this.names = names;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        var actor = access.require(Permission.READ_EPISODE);
        var issued = lists.latest();
        return Pages.page(
                "missing/issued/all",
                IssuedPage.of(issued, names.of(issued.stream().map(Issued::by).toList()), mayIssue(actor)));
    }

    @PostMapping
    ModelAndView issue() {
        var actor = access.require(Permission.READ_EPISODE);
        if (!mayIssue(actor)) throw new Refused("The list is of every child of the authority: ask the hub to issue it");
        var id = lists.onDemand(clock.instant());
        return Pages.done("/missing/issued/" + id, "The list is issued and kept as it is now.");
    }

    // What is issued is the whole authority's, so only those ask for it who read of every child.
    private static boolean mayIssue(Actor actor) {
        return actor.reach() == Actor.Reach.AUTHORITY;
    }

    @GetMapping("/{id}")
    ModelAndView page(@PathVariable UUID id) {
        access.require(Permission.READ_EPISODE);
        var issued = lists.one(id);
        var listing = listing(issued, lists.rows(id));
        if (!listing.children().isEmpty()) ledger.looked(listing.children(), "issued-list");
        return Pages.page(
                "missing/lists/listing",
                new ListingPage(
                        listing,
                        "/missing/issued/" + id,
                        "/missing/issued/" + id + "/list.csv",
                        List.of(),
                        false,
                        "/missing/issued",
                        issued.children() == 0
                                ? "No child was missing."
                                : "No child of this list is one that you may see."));
    }

    @GetMapping("/{id}/list.csv")
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        access.require(Permission.READ_EPISODE);
        var listing = listing(lists.one(id), lists.rows(id));
        if (!listing.children().isEmpty()) ledger.looked(listing.children(), "export.issued-list");
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"missing-children.csv\"");
        response.getWriter().write(listing.csv());
    }

    private static String worker(@Nullable String worker, @Nullable String team) {
        if (worker == null) return "No allocated worker";
        return team == null ? worker : worker + ", " + team;
    }

    private Listing listing(Issued issued, List<Row> found) {
        var ids = new ArrayList<@Nullable UUID>();
        found.forEach(each -> {
            ids.add(each.worker());
            ids.add(each.team());
        });
        var called = names.of(ids);
        var titles = timescales.titles();
        var rows = new ArrayList<List<Item>>();
        for (var each : found)
            rows.add(List.of(
                    Item.link(each.name(), "/missing/episodes/" + each.episode()),
                    Item.of(each.reference()),
                    Item.of(each.born() == null ? "" : London.day(each.born())),
                    each.stage().equals("open") ? Item.of("Missing") : Item.of("Found, not back"),
                    Item.of(London.dateTime(each.since())),
                    Item.of(Words.of(each.from()) + (each.placement() == null ? "" : ": " + each.placement())),
                    Item.of(each.lookedAfter() ? "Yes" : "No"),
                    Item.of(each.risk() == null ? "Not given" : Words.of(each.risk())),
                    Item.of(worker(called.name(each.worker()), called.name(each.team()))),
                    Item.of(
                            each.standard() == null
                                    ? ""
                                    : titles.apply(each.standard())
                                            + (each.due() == null ? "" : ", due " + London.dateTime(each.due())))));
        var hidden = issued.children() - found.size();
        return new Listing(
                "issued-list",
                "Missing children: " + IssuedPage.what(issued),
                "As it was issued on " + London.dateTime(issued.at()) + ", with "
                        + Words.many(issued.children(), "child").replace("childs", "children") + " on it."
                        + (hidden > 0
                                ? " " + hidden + (hidden == 1 ? " is" : " are")
                                        + " not shown: children whose record you do not see."
                                : ""),
                issued.at(),
                List.of(
                        Column.of("Child"),
                        Column.of("Reference"),
                        Column.of("Born"),
                        Column.of("Stage"),
                        Column.of("Missing since"),
                        Column.of("From"),
                        Column.of("Looked after"),
                        Column.of("Police risk"),
                        Column.of("Worker and team"),
                        Column.of("Next timescale")),
                rows,
                found.stream().map(Row::child).toList());
    }
}
