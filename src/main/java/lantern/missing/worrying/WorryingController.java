package lantern.missing.worrying;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.missing.lists.Listing;
import lantern.missing.lists.Listing.Column;
import lantern.missing.lists.Listing.Item;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class WorryingController {
    private static final String HOME = "/missing/most-worrying";

    private final MostWorrying worrying;
    private final Children children;
    private final Names names;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    WorryingController(
            MostWorrying worrying,
            Children children,
            Names names,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.worrying = worrying;
        this.children = children;
        this.names = names;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView page(@RequestParam(required = false) @Nullable String month) {
        var actor = access.require(Permission.READ_EPISODE);
        var page = listed(month, actor.may(Permission.CHOOSE_WORRYING));
        look(page, "most-worrying");
        return Pages.page("missing/worrying/worrying", page);
    }

    @GetMapping(HOME + ".csv")
    void file(@RequestParam(required = false) @Nullable String month, HttpServletResponse response) throws IOException {
        access.require(Permission.READ_EPISODE);
        var page = listed(month, false);
        look(page, "export.most-worrying");
        var rows = new ArrayList<List<Item>>();
        for (var each : page.chosen())
            rows.add(List.of(
                    Item.of("Chosen"),
                    Item.of(each.name()),
                    Item.of(each.points()),
                    Item.of(each.because()),
                    Item.of(page.name(each))));
        for (var each : page.proposed())
            rows.add(List.of(
                    Item.of("Proposed"),
                    Item.of(each.name()),
                    Item.of(each.points()),
                    Item.of(each.working()),
                    Item.of("")));
        var columns = List.of(
                Column.of("What"),
                Column.of("Child"),
                Column.number("Points"),
                Column.of("Why"),
                Column.of("Chosen by"));
        var listing =
                new Listing("most-worrying", page.title(), page.rule(), clock.instant(), columns, rows, List.of());
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"most-worrying.csv\"");
        response.getWriter().write(listing.csv());
    }

    private WorryingPage listed(@Nullable String asked, boolean mayChoose) {
        var now = clock.instant();
        var current = London.date(now).withDayOfMonth(1);
        var month = month(asked, current);
        var thisMonth = month.equals(current);
        var chosen = worrying.chosen(month);
        return new WorryingPage(
                month,
                chosen,
                thisMonth ? worrying.proposed(month, now) : List.of(),
                names.of(chosen.stream().map(Chosen::by).toList()),
                mayChoose,
                thisMonth,
                worrying.lately(now));
    }

    private void look(WorryingPage page, String as) {
        var seen = new LinkedHashSet<UUID>();
        page.all().forEach(each -> seen.add(each.child()));
        page.proposed().forEach(each -> seen.add(each.child()));
        if (!seen.isEmpty()) ledger.looked(seen, as);
    }

    private static LocalDate month(@Nullable String asked, LocalDate current) {
        try {
            var month = asked == null ? current : YearMonth.parse(asked).atDay(1);
            return month.isAfter(current) ? current : month;
        } catch (DateTimeException e) {
            return current;
        }
    }

    @GetMapping(HOME + "/choice")
    ModelAndView choiceForm(@RequestParam UUID child, HttpServletRequest request) {
        access.require(Permission.CHOOSE_WORRYING);
        var about = children.find(child).orElseThrow(Refused::notFound);
        ledger.look(child, "identity");
        var form = forms.load(request);
        return Pages.page(
                "missing/worrying/choice",
                new ChoicePage(
                        "Choose a child for the monthly group",
                        about.name(),
                        "At most six children a month. The points are kept as they are today; the reason is yours.",
                        form,
                        List.of(Textarea.of("because", "Why this child?").from(form)),
                        HOME + "/choice?child=" + child,
                        "Choose this child"));
    }

    @PostMapping(HOME + "/choice")
    ModelAndView choose(@RequestParam UUID child, HttpServletRequest request) {
        access.require(Permission.CHOOSE_WORRYING);
        var chosen = children.find(child).orElseThrow(Refused::notFound);
        var because = because(request);
        worrying.choose(chosen.id(), London.date(clock.instant()).withDayOfMonth(1), because);
        return Pages.done(HOME, "The child is on the list of this month.");
    }

    @GetMapping(HOME + "/{id}/off")
    ModelAndView offForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.CHOOSE_WORRYING);
        var chosen = worrying.one(id);
        ledger.look(chosen.child(), "identity");
        var form = forms.load(request);
        return Pages.page(
                "missing/worrying/choice",
                new ChoicePage(
                        "Take a child off the list",
                        chosen.name(),
                        "It stays on the record that the child was chosen.",
                        form,
                        List.of(Textarea.of("because", "Why?").from(form)),
                        HOME + "/" + id + "/off",
                        "Take off the list"));
    }

    @PostMapping(HOME + "/{id}/off")
    ModelAndView off(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.CHOOSE_WORRYING);
        worrying.one(id);
        worrying.takeOff(id, because(request));
        return Pages.done(HOME, "The child is off the list of this month.");
    }

    private String because(HttpServletRequest request) {
        var typed = new Typed(request, clock.instant());
        var because = typed.words("because", "Say why");
        if (because.length() > 2000) typed.wrong("because", "Use at most 2000 characters");
        typed.check();
        return because;
    }
}
