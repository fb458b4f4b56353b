package lantern.children.penpicture;

import static java.util.Comparator.comparingInt;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildPanel;
import lantern.children.circumstances.CircumstancesQueries;
import lantern.children.record.ChildQueries;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sheet is made to be printed, so opening it is a print, and the ledger says so with what was put in. */
@Controller
@Transactional
class GrabPackController {
    private final Access access;
    private final ChildQueries queries;
    private final CircumstancesQueries circumstances;
    private final List<ChildPanel> panels;
    private final Names names;
    private final Ledger ledger;
    private final Clock clock;

    GrabPackController(
            Access access,
            ChildQueries queries,
            CircumstancesQueries circumstances,
            List<ChildPanel> panels,
            Names names,
            Ledger ledger,
            Clock clock) {
        this.access = access;
        this.queries = queries;
        this.circumstances = circumstances;
        this.panels = panels.stream().sorted(comparingInt(ChildPanel::order)).toList();
        this.names = names;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/grab-pack")
    ModelAndView print(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<String> with) {
        var actor = access.require(Permission.READ_CHILD);
        var child = queries.find(id).orElseThrow(Refused::notFound);
        var around = circumstances.of(id);
        var people = new ArrayList<>(child.mentioned());
        people.addAll(around.mentioned());
        var now = clock.instant();
        var chosen = with.stream().filter(GrabPack.CHOICES::containsKey).collect(Collectors.toSet());
        var states = panels.stream()
                .flatMap(panel -> panel.of(id, now, now, 1).now().stream())
                .map(ChildPanel.StateOfNow::words)
                .toList();
        var page = new GrabPack(child, around, names.of(people), chosen, now).page(states, actor);
        ledger.look(id, "identity", "contact", "health", "education", "legal");
        ledger.act(
                "child.printed", "child", id, id, Map.of("sheet", "grab-pack", "for", "police", "with", page.chosen()));
        return Pages.page("children/penpicture/grabPack", page);
    }
}
