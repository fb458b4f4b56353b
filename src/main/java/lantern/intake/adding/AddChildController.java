package lantern.intake.adding;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.intake.Said;
import lantern.intake.SaidJson;
import lantern.intake.linking.Decisions;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/inbox/{id}/child")
class AddChildController {
    private final Access access;
    private final Decisions decisions;
    private final JdbcClient db;
    private final Forms forms;
    private final Clock clock;

    AddChildController(Access access, Decisions decisions, JdbcClient db, Forms forms, Clock clock) {
        this.access = access;
        this.decisions = decisions;
        this.db = db;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        access.require(Permission.WRITE_CHILD);
        var known = AddChild.known(said(id, actor), today());
        return Pages.page(
                "intake/adding/form", new AddChildPage(forms.load(request).or(known), id));
    }

    @PostMapping
    ModelAndView add(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        access.require(Permission.WRITE_CHILD);
        decisions.add(id, new AddChild(typed).child(said(id, actor), today()), actor);
        return Pages.done("/inbox/" + id, "The child was added to the register and linked");
    }

    private Said said(UUID id, Actor actor) {
        var sql = "select said from intake.notification where authority_id = :authority and id = :id";
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .query((row, n) -> SaidJson.read(row.getString("said")))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    private LocalDate today() {
        return London.date(clock.instant());
    }
}
