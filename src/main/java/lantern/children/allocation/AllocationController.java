package lantern.children.allocation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class AllocationController {
    private final Access access;
    private final Children children;
    private final JdbcClient db;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    AllocationController(Access access, Children children, JdbcClient db, Ledger ledger, Forms forms, Clock clock) {
        this.access = access;
        this.children = children;
        this.db = db;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/allocation")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        var child = children.find(id).orElseThrow(Refused::notFound);
        var choices = new LinkedHashMap<String, String>();
        workers().forEach(each -> choices.put(each.id().toString(), each.name() + ", " + each.teamName()));
        ledger.look(id, "identity");
        return Pages.page("children/allocation/page", page(forms.load(request), child, choices));
    }

    @PostMapping("/children/{id}/allocation")
    ModelAndView allocate(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var chosen = typed.choice("worker", "Choose who is to work with the child");
        typed.throwIfAny();
        var worker = workers().stream()
                .filter(each -> each.id().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose a worker from the list", "worker"));
        children.allocate(id, worker.id(), worker.team(), actor.id(), clock.instant());
        // Who hands over to another team may not see the record any more.
        var next = children.find(id).isPresent() ? "/children/" + id : "/children";
        return Pages.done(next, "The worker was allocated");
    }

    private static AllocationPage page(
            lantern.platform.web.forms.Form form, ChildFacts child, Map<String, String> choices) {
        return new AllocationPage(form, child.id(), child.name(), child.reference(), child.workerName(), choices);
    }

    private record Worker(UUID id, String name, UUID team, String teamName) {}

    private List<Worker> workers() {
        var sql = """
                select p.id, p.name, t.id as team, t.name as team_name
                from access.v_person p join access.v_team t on t.authority_id = p.authority_id and t.id = p.team_id
                where p.authority_id = (select ctx.authority()) and p.agency_code = 'children' order by t.name, p.name limit 1000
                """;
        return db.sql(sql)
                .query((row, n) -> new Worker(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("team", UUID.class),
                        row.getString("team_name")))
                .list();
    }
}
