package lantern.missing.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.audit.Ledger;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Select;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Each list as a page and, with the same filter from the same query, as a file. */
@Controller
@Transactional
class ListsController {
    private static final String HOME = "/missing/lists";

    private final MissedSteps missed;
    private final RepeatChildren repeats;
    private final Places places;
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    ListsController(
            MissedSteps missed,
            RepeatChildren repeats,
            Places places,
            JdbcClient db,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.missed = missed;
        this.repeats = repeats;
        this.places = places;
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView home() {
        access.require(Permission.READ_EPISODE);
        return Pages.page("missing/lists/home", new ListsPage());
    }

    @GetMapping(HOME + "/missed-steps")
    ModelAndView missedSteps(@RequestParam Map<String, String> query) {
        access.require(Permission.READ_EPISODE);
        var filter = ListFilter.of(query);
        var listing = missed.of(filter, clock.instant());
        return page(
                listing,
                HOME + "/missed-steps",
                filter,
                filter.teamAndCare(teams()),
                "No open episode has a missed step.");
    }

    @GetMapping(HOME + "/missed-steps.csv")
    void missedStepsFile(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        access.require(Permission.READ_EPISODE);
        file(missed.of(ListFilter.of(query), clock.instant()), response);
    }

    @GetMapping(HOME + "/repeat-children")
    ModelAndView repeatChildren(@RequestParam Map<String, String> query) {
        access.require(Permission.READ_EPISODE);
        var filter = ListFilter.of(query);
        var listing = repeats.of(filter, clock.instant());
        return page(
                listing,
                HOME + "/repeat-children",
                filter,
                filter.teamAndCare(teams()),
                "No child passes a threshold.");
    }

    @GetMapping(HOME + "/repeat-children.csv")
    void repeatChildrenFile(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        access.require(Permission.READ_EPISODE);
        file(repeats.of(ListFilter.of(query), clock.instant()), response);
    }

    @GetMapping(HOME + "/places")
    ModelAndView places(@RequestParam Map<String, String> query) {
        access.require(Permission.READ_EPISODE);
        var filter = ListFilter.of(query);
        var listing = places.of(filter, clock.instant());
        return page(
                listing,
                HOME + "/places",
                filter,
                List.of(
                        filter.byQuestion(),
                        filter.daysQuestion(),
                        filter.teamQuestion(teams()),
                        filter.careQuestion()),
                "No place comes twice.");
    }

    @GetMapping(HOME + "/places.csv")
    void placesFile(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        access.require(Permission.READ_EPISODE);
        file(places.of(ListFilter.of(query), clock.instant()), response);
    }

    @GetMapping(HOME + "/places/rows")
    ModelAndView placeRows(@RequestParam Map<String, String> query, @RequestParam(defaultValue = "") String place) {
        access.require(Permission.READ_EPISODE);
        var filter = ListFilter.of(query);
        var listing = places.rows(filter, place, clock.instant());
        look(listing, listing.code());
        var path = filter.path(HOME + "/places");
        return Pages.page(
                "missing/lists/listing",
                new ListingPage(listing, path, filePath(filter, place), List.of(), false, path, null));
    }

    @GetMapping(HOME + "/places/rows.csv")
    void placeRowsFile(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "") String place,
            HttpServletResponse response)
            throws IOException {
        access.require(Permission.READ_EPISODE);
        file(places.rows(ListFilter.of(query), place, clock.instant()), response);
    }

    private static String filePath(ListFilter filter, String place) {
        return org.springframework.web.util.UriComponentsBuilder.fromUriString(filter.path(HOME + "/places/rows.csv"))
                .queryParam("place", "{place}")
                .build(place)
                .toString();
    }

    private ModelAndView page(
            Listing listing, String path, ListFilter filter, List<Select> questions, String whenEmpty) {
        look(listing, listing.code());
        return Pages.page(
                "missing/lists/listing",
                new ListingPage(
                        listing,
                        path,
                        filter.path(path + ".csv"),
                        questions,
                        filter.filtered(),
                        HOME,
                        filter.filtered() ? "Nothing fits this filter." : whenEmpty));
    }

    private void file(Listing listing, HttpServletResponse response) throws IOException {
        look(listing, "export." + listing.code());
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + listing.code() + ".csv\"");
        response.getWriter().write(listing.csv());
    }

    private void look(Listing listing, String as) {
        if (!listing.children().isEmpty()) ledger.looked(listing.children(), as);
    }

    private Map<String, String> teams() {
        var teams = new LinkedHashMap<String, String>();
        db.sql("select id, name from access.v_team where authority_id = :authority and ended_at is null order by name")
                .param("authority", access.actor().authority())
                .query(row -> {
                    teams.put(row.getString("id"), row.getString("name"));
                });
        return teams;
    }

    /** The lists' place on the first page. */
    @Component
    static class Lists implements WorkList {
        @Override
        public String title() {
            return "Lists of missing children";
        }

        @Override
        public String purpose() {
            return "Missed steps, children missing again and again, places, the twice-weekly list, the most worrying children.";
        }

        @Override
        public String path() {
            return HOME;
        }

        @Override
        public Permission permission() {
            return Permission.READ_EPISODE;
        }

        @Override
        public int order() {
            return 25;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            return OptionalLong.empty();
        }

        @Override
        public boolean inNavigation() {
            return false;
        }
    }
}
