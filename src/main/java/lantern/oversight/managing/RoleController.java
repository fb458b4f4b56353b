package lantern.oversight.managing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.entering.Setting;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.programme.Programme;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Cell;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Roles that answer for recommendations: what each was called, and who held it, from when until when. */
@Controller
@Transactional
class RoleController {
    private final Access access;
    private final JdbcClient db;
    private final Programme programme;
    private final Setting setting;
    private final Forms forms;

    RoleController(Access access, JdbcClient db, Programme programme, Setting setting, Forms forms) {
        this.access = access;
        this.db = db;
        this.programme = programme;
        this.setting = setting;
        this.forms = forms;
    }

    @GetMapping("/oversight/roles")
    ModelAndView all() {
        access.require(Permission.READ_OVERSIGHT);
        record Role(UUID id, String name, String holder, long answers) {}
        var sql = """
                select r.id, (select n.name from oversight.role_name n where n.authority_id = r.authority_id and n.role_id = r.id order by n.from_on desc limit 1) as name,
                       (select h.holder from oversight.role_holder h where h.authority_id = r.authority_id and h.role_id = r.id and h.until_on is null order by h.from_on desc limit 1) as holder,
                       (select count(*) from oversight.responsibility b where b.authority_id = r.authority_id and b.role_id = r.id and b.until_on is null) as answers
                from oversight.responsible_role r where r.authority_id = (select ctx.authority()) order by name
                """;
        var roles = db.sql(sql)
                .query((row, n) -> new Role(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("holder") == null ? "Nobody recorded" : row.getString("holder"),
                        row.getLong("answers")))
                .list();
        var part = roles.isEmpty()
                ? Parts.words(null, "No role answers for a recommendation yet.")
                : new Part(
                        null,
                        Table.of("Roles")
                                .captionHidden()
                                .stacks()
                                .head("Role", "Held by", "Answers for")
                                .rows(
                                        roles,
                                        each -> List.of(
                                                Link.to("/oversight/roles/" + each.id, each.name),
                                                Text.of(each.holder),
                                                Cell.number(each.answers))));
        return Pages.page("oversight/pages/read", new ReadPage("Roles that answer", "/oversight", List.of(part), null));
    }

    private record Dated(String words, LocalDate from, String until) {}

    private List<Dated> dated(String sql, UUID role) {
        return db.sql(sql)
                .param("role", role)
                .query((row, n) -> {
                    var until = row.getObject(3, LocalDate.class);
                    return new Dated(
                            row.getString(1),
                            row.getObject(2, LocalDate.class),
                            until == null ? "" : London.day(until));
                })
                .list();
    }

    private List<Dated> names(UUID role) {
        return dated(
                "select name, from_on, null::date from oversight.role_name where authority_id = (select ctx.authority()) and role_id = :role order by from_on desc",
                role);
    }

    @GetMapping("/oversight/roles/{id}")
    ModelAndView one(@PathVariable UUID id) {
        var writes = access.require(Permission.READ_OVERSIGHT).may(Permission.WRITE_OVERSIGHT);
        programme.there("responsible_role", id);
        var names = names(id);
        var holders = dated(
                "select holder, from_on, until_on from oversight.role_holder where authority_id = (select ctx.authority()) and role_id = :role order by from_on desc",
                id);
        var answers = """
                select r.id, r.number, i.title from oversight.responsibility b
                join oversight.recommendation r on r.authority_id = b.authority_id and r.id = b.recommendation_id
                join oversight.inquiry i on i.authority_id = r.authority_id and i.id = r.inquiry_id
                where b.authority_id = (select ctx.authority()) and b.role_id = :role and b.until_on is null order by i.approved_on desc, r.place
                """;
        var links = db.sql(answers)
                .param("role", id)
                .query((row, n) -> Link.to(
                        "/oversight/recommendations/" + row.getString("id"),
                        row.getString("number") + " of " + row.getString("title")))
                .list();
        var parts = new ArrayList<Part>();
        parts.add(new Part("Called", table("Names", names)));
        parts.add(
                holders.isEmpty()
                        ? Parts.words("Held by", "Nobody was recorded.")
                        : new Part("Held by", table("Holders", holders)));
        parts.add(
                links.isEmpty()
                        ? Parts.words("Answers for", "Nothing now.")
                        : new Part("Answers for", Parts.links(links.toArray(Link[]::new))));
        if (writes)
            parts.add(new Part(
                    null,
                    Parts.links(
                            Link.to("/oversight/roles/" + id + "/holders/new", "Somebody else holds it"),
                            Link.to("/oversight/roles/" + id + "/names/new", "It has another name"))));
        return Pages.page(
                "oversight/pages/read", new ReadPage(names.getFirst().words, "/oversight/roles", parts, null));
    }

    private static Table table(String caption, List<Dated> rows) {
        return Table.of(caption)
                .captionHidden()
                .stacks()
                .head("Who or what", "From", "Until")
                .rows(rows, each -> List.of(Text.of(each.words), Text.of(London.day(each.from)), Text.of(each.until)));
    }

    @GetMapping("/oversight/roles/{id}/holders/new")
    ModelAndView askHolder(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        return ask(id, "Somebody else holds it", "Who holds it?", "holders", request);
    }

    @GetMapping("/oversight/roles/{id}/names/new")
    ModelAndView askName(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        return ask(id, "It has another name", "What is it called?", "names", request);
    }

    private ModelAndView ask(UUID id, String title, String question, String noun, HttpServletRequest request) {
        programme.there("responsible_role", id);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        title,
                        names(id).getFirst().words,
                        "/oversight/roles/" + id,
                        form,
                        null,
                        List.of(
                                Input.of("words", question).from(form),
                                DateInput.of("from", "From which day?")
                                        .hint("For example, 27 3 2026")
                                        .from(form)),
                        "/oversight/roles/" + id + "/" + noun,
                        "Save"));
    }

    @PostMapping("/oversight/roles/{id}/holders")
    ModelAndView holder(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var from = checked(id, typed);
        setting.holder(id, Parts.text(typed, "words"), from);
        return Pages.done("/oversight/roles/" + id, "The holder was recorded");
    }

    @PostMapping("/oversight/roles/{id}/names")
    ModelAndView name(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var from = checked(id, typed);
        var twice = names(id).stream().anyMatch(each -> each.from.equals(from));
        new FormErrors()
                .addIf(twice, "from-day", "It has another name from that day already")
                .throwIfAny();
        setting.renameRole(id, Parts.text(typed, "words"), from);
        return Pages.done("/oversight/roles/" + id, "The name was recorded");
    }

    private LocalDate checked(UUID id, Map<String, String> typed) {
        programme.there("responsible_role", id);
        var errors = new FormErrors();
        InquirySettingController.needed(typed, errors, "words", 3, 200);
        var from = Parts.day(typed, "from", errors);
        errors.throwIfAny();
        return from;
    }
}
