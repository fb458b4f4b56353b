package lantern.children.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.audit.LedgerLine;
import lantern.audit.Looks;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reading the ledger is itself in the ledger, and so is each file made of it. */
@Controller
@Transactional
class LedgerController {
    private static final int PAGE = 50;
    private static final int PAPER = 1_000;
    private static final int AT_ONCE = 5_000;
    private static final int MOST_EXPORTED = 50_000;

    private final Access access;
    private final LedgerEntries entries;
    private final Ledger ledger;
    private final Clock clock;

    LedgerController(Access access, LedgerEntries entries, Ledger ledger, Clock clock) {
        this.access = access;
        this.entries = entries;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/ledger")
    ModelAndView search(@RequestParam Map<String, String> query) {
        var actor = access.require(Permission.READ_LEDGER);
        var asked = Asked.of(query, clock.instant());
        var understood = entries.understand(asked);
        var before = before(query.get("before"));
        var paper = query.containsKey("print");
        var found = entries.find(understood, before, paper ? PAPER : PAGE);
        var rows = entries.rows(found, understood.childId());
        recordReading(actor, paper ? "print.ledger" : "ledger.read", understood, found.size());
        var named = rows.stream()
                .flatMap(row -> row.children().stream())
                .filter(each -> each.name() != null)
                .map(LedgerPage.Named::id)
                .distinct()
                .toList();
        if (!named.isEmpty()) ledger.looked(named, "ledger");
        var child = understood.child();
        return Pages.page(
                "children/governance/ledger",
                new LedgerPage(
                        asked,
                        child != null
                                ? child.name() + ", " + child.reference()
                                : understood.childId() == null ? null : "a record you cannot see",
                        understood.childId(),
                        understood.person() == null
                                ? null
                                : understood.person().name() + ", "
                                        + understood.person().post(),
                        understood.choices(),
                        rows,
                        entries.acts(),
                        entries.agencies(),
                        found.size() < (paper ? PAPER : PAGE)
                                ? null
                                : asked.at(
                                        "/ledger",
                                        Map.of(
                                                "before",
                                                found.getLast().before().toString())),
                        before == null,
                        paper,
                        clock.instant()));
    }

    @GetMapping("/ledger/entries.csv")
    void export(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        var actor = access.require(Permission.READ_LEDGER);
        var understood = entries.understand(Asked.of(query, clock.instant()));
        var all = new ArrayList<LedgerLine>();
        for (Looks.@Nullable Before before = null; ; ) {
            var more = entries.find(understood, before, AT_ONCE);
            all.addAll(more);
            if (more.size() < AT_ONCE) break;
            if (all.size() >= MOST_EXPORTED)
                throw new Refused("There are more than 50,000 entries: ask for fewer days, or for one person or child");
            before = more.getLast().before();
        }
        recordReading(actor, "export.ledger", understood, all.size());
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"ledger.csv\"");
        response.getWriter().write(LedgerFile.of(entries.rows(all, understood.childId()), all));
    }

    private void recordReading(Actor actor, String act, LedgerEntries.Understood asked, int rows) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("rows", rows);
        if (asked.person() != null) detail.put("person", asked.person().id().toString());
        detail.put("from", asked.wanted().from().toString());
        detail.put("until", asked.wanted().until().toString());
        ledger.act(act, "authority", actor.authority(), asked.childId(), detail);
    }

    private static Looks.@Nullable Before before(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        try {
            return Looks.Before.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound();
        }
    }
}
