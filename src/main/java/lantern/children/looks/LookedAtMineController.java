package lantern.children.looks;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class LookedAtMineController {
    private final Access access;
    private final LookedAtMine looked;
    private final Children children;
    private final Names names;
    private final Ledger ledger;
    private final Clock clock;

    LookedAtMineController(
            Access access, LookedAtMine looked, Children children, Names names, Ledger ledger, Clock clock) {
        this.access = access;
        this.looked = looked;
        this.children = children;
        this.names = names;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/my/children/looks")
    ModelAndView mine(@RequestParam(name = "day", required = false) @Nullable String asked) {
        access.require(Permission.READ_CHILD);
        var today = London.date(clock.instant());
        var day = asked == null ? today.minusDays(1) : day(asked);
        var opened = looked.on(day);
        var known = new HashMap<UUID, String>();
        children.findAll(opened.stream()
                        .map(LookedAtMine.Opened::child)
                        .distinct()
                        .toList())
                .forEach(child -> known.put(child.id(), child.name()));
        if (!known.isEmpty()) ledger.looked(known.keySet(), "who-looked-at-mine");
        var called = names.of(opened.stream().map(LookedAtMine.Opened::person).toList());
        var rows = opened.stream()
                .map(each -> new LookedAtMinePage.Row(
                        each.child(),
                        Objects.requireNonNullElse(known.get(each.child()), "A record you cannot see"),
                        Objects.requireNonNullElse(called.name(each.person()), "Not known"),
                        Objects.requireNonNullElse(called.agency(each.person()), ""),
                        each.times(),
                        London.time(each.first())
                                + (London.time(each.first()).equals(London.time(each.last()))
                                        ? ""
                                        : " to " + London.time(each.last()))))
                .toList();
        return Pages.page("children/looks/mine", new LookedAtMinePage(day, rows, day.isBefore(today)));
    }

    private static LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeException e) {
            throw Refused.notFound();
        }
    }
}
