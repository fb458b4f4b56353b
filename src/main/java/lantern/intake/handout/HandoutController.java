package lantern.intake.handout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.PublicUrl;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/intake/links")
class HandoutController {
    private final Access access;
    private final ReportLinks links;
    private final PublicUrl address;
    private final Forms forms;
    private final JdbcClient db;
    private final Clock clock;

    HandoutController(Access access, ReportLinks links, PublicUrl address, Forms forms, JdbcClient db, Clock clock) {
        this.access = access;
        this.links = links;
        this.address = address;
        this.forms = forms;
        this.db = db;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        access.require(Permission.MANAGE_INTAKE);
        return Pages.page("intake/handout/all", new HandoutPages.All(links.all(), clock.instant()));
    }

    @GetMapping("/new")
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.MANAGE_INTAKE);
        return Pages.page("intake/handout/new", new HandoutPages.New(forms.load(request), agencies()));
    }

    @PostMapping
    ModelAndView make(@RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.MANAGE_INTAKE);
        var agency = agencies().keySet().stream()
                .filter(each -> each.equals(typed.get("agency")))
                .findFirst()
                .map(UUID::fromString)
                .orElseThrow(() -> new Refused("Choose for whom they report", "agency"));
        var id = links.make(
                agency,
                typed.getOrDefault("title", "").strip(),
                typed.getOrDefault("forWhom", ""),
                until(typed),
                clock.instant(),
                actor);
        return Pages.done("/intake/links/" + id, "The link and the code were made: hand them out");
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_INTAKE);
        var link = links.find(id).orElseThrow(Refused::notFound);
        var base = address.of(request);
        return Pages.page(
                "intake/handout/one",
                new HandoutPages.One(
                        link, base + links.path(link), base + "/report", links.code(link), clock.instant()));
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        var actor = access.require(Permission.MANAGE_INTAKE);
        links.end(id, clock.instant(), actor);
        return Pages.done("/intake/links", "Nobody can report with this link or code any more");
    }

    private Map<String, String> agencies() {
        var all = new LinkedHashMap<String, String>();
        db.sql(
                        "select id, name from access.v_agency where authority_id = (select ctx.authority()) and ended_at is null order by name")
                .query(row -> {
                    all.put(row.getString("id"), row.getString("name"));
                });
        return all;
    }

    private static @Nullable Instant until(Map<String, String> typed) {
        var day = typed.getOrDefault("until-day", "").strip();
        var month = typed.getOrDefault("until-month", "").strip();
        var year = typed.getOrDefault("until-year", "").strip();
        if ((day + month + year).isEmpty()) return null;
        try {
            return London.endOf(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refused("Enter a real date, such as 31 3 2027, or leave it empty", "until");
        }
    }
}
