package lantern.missing.merge;

import static lantern.platform.Stamps.instant;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.missing.form.EpisodeForms;
import lantern.platform.web.Pages;
import lantern.platform.web.Words;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class MergeController {
    private final Merges merges;
    private final EpisodeForms pages;
    private final Forms forms;
    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    MergeController(Merges merges, EpisodeForms pages, Forms forms, JdbcClient db, Access access, Clock clock) {
        this.merges = merges;
        this.pages = pages;
        this.forms = forms;
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/missing/episodes/{id}/merges/new")
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MERGE_EPISODES);
        var form = forms.load(request);
        var others = others(id);
        if (others.isEmpty())
            return pages.page(
                    id,
                    "Merge another episode into this one",
                    "This child has no other episode to merge. Go back to the episode.",
                    form,
                    List.of(),
                    "merges",
                    "Check again");
        return pages.page(
                id,
                "Merge another episode into this one",
                "Both must record one and the same absence. This one is kept; the other's timescales end and its"
                        + " notifications move here. It can be undone.",
                form,
                List.of(
                        Radios.of("merged", "Which episode records the same absence?")
                                .items(others)
                                .from(form),
                        Textarea.of("reason", "How do you know that it is one absence?")
                                .from(form)),
                "merges",
                "Merge");
    }

    @PostMapping("/missing/episodes/{id}/merges")
    ModelAndView merge(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MERGE_EPISODES);
        var typed = new Typed(request, clock.instant());
        var merged = typed.choice("merged", others(id).keySet(), "Choose the episode that records the same absence");
        var reason = typed.words("reason", "Say how you know that it is one absence");
        typed.check();
        merges.merge(id, UUID.fromString(merged), reason);
        return Pages.done("/missing/episodes/" + id, "The two episodes are merged.");
    }

    @GetMapping("/missing/merges/{id}/undoing")
    ModelAndView undoForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MERGE_EPISODES);
        var form = forms.load(request);
        return pages.page(
                merges.find(id).kept(),
                "Undo the merge",
                "Both episodes are put back as they were, with their timescales.",
                form,
                List.of(Textarea.of("reason", "Why are they two absences?").from(form)),
                "/missing/merges/" + id + "/undoing",
                "Undo the merge");
    }

    @PostMapping("/missing/merges/{id}/undoing")
    ModelAndView undo(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MERGE_EPISODES);
        var typed = new Typed(request, clock.instant());
        var reason = typed.words("reason", "Say why they are two absences");
        typed.check();
        merges.undo(id, reason);
        return Pages.done("/missing/episodes/" + merges.find(id).kept(), "The merge is undone.");
    }

    private Map<String, String> others(UUID id) {
        var sql = """
                select o.id, o.missing_since, o.stage from missing.episode e
                join missing.episode o on o.authority_id = e.authority_id and o.child_id = e.child_id and o.id <> e.id
                where e.authority_id = :authority and e.id = :id and o.stage in ('open', 'located', 'returned', 'closed')
                order by o.missing_since desc limit 20
                """;
        var others = new LinkedHashMap<String, String>();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> others.put(
                        row.getString("id"),
                        "Missing since " + London.dateTime(instant(row, "missing_since")) + " ("
                                + Words.of(row.getString("stage")).toLowerCase(java.util.Locale.ROOT) + ")"))
                .list();
        return others;
    }
}
