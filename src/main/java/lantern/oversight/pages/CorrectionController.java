package lantern.oversight.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.entering.Tracking;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.Refused;
import lantern.platform.documents.Shown;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.components.Textarea;
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

/** Correcting evidence, and what it said before beside what it says now. */
@Controller
@Transactional
class CorrectionController {
    private final Access access;
    private final Inquiries inquiries;
    private final Tracking tracking;
    private final Forms forms;
    private final JdbcClient db;

    CorrectionController(Access access, Inquiries inquiries, Tracking tracking, Forms forms, JdbcClient db) {
        this.access = access;
        this.inquiries = inquiries;
        this.tracking = tracking;
        this.forms = forms;
        this.db = db;
    }

    private Recommendation recommendation(UUID evidence) {
        var sql =
                "select recommendation_id from oversight.evidence_answer where authority_id = (select ctx.authority()) and evidence_id = :id order by recommendation_id limit 1";
        var id = db.sql(sql).param("id", evidence).query(UUID.class).optional().orElseThrow(Refused::notFound);
        return Inquiries.find(inquiries.of(id), id);
    }

    private static Recommendation.Evidence find(Recommendation it, UUID evidence) {
        return it.evidence().stream()
                .filter(each -> each.id().equals(evidence))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @GetMapping("/oversight/evidence/{id}/correction/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var it = recommendation(id);
        var old = find(it, id);
        var form = forms.load(request).or(Map.of("words", old.words(), "author", old.author()));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Correct evidence",
                        "Recommendation " + it.number(),
                        "/oversight/recommendations/" + it.id(),
                        form,
                        "What it said on " + London.day(old.on()) + " stays readable.",
                        List.of(
                                DateInput.of("on", "When is this written?")
                                        .hint("For example, 12 10 2026")
                                        .from(form),
                                Input.of("author", "Whose words are they?").from(form),
                                Textarea.of("words", "What it should say")
                                        .rows(8)
                                        .from(form)),
                        "/oversight/evidence/" + id + "/correction",
                        "Correct it"));
    }

    @PostMapping("/oversight/evidence/{id}/correction")
    ModelAndView correct(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        var words = typed.getOrDefault("words", "").strip();
        var author = typed.getOrDefault("author", "").strip();
        errors.addIf(words.length() < 3, "words", "Enter what it should say")
                .addIf(words.length() > 20_000, "words", "Use at most 20,000 characters")
                .addIf(author.isBlank(), "author", "Enter whose words they are")
                .throwIfAny();
        var corrected = tracking.correct(id, on, author, words);
        return Pages.done("/oversight/evidence/" + corrected + "/comparison", "The evidence was corrected");
    }

    @GetMapping("/oversight/evidence/{id}/comparison")
    ModelAndView compare(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        var it = recommendation(id);
        var now = find(it, id);
        var before = now.supersedes();
        if (before == null) throw Refused.notFound();
        var old = find(it, before);
        var table = Table.of("Before and now")
                .captionHidden()
                .stacks()
                .head("Which", "Dated", "From", "What it says")
                .rows(
                        List.of(old, now),
                        each -> List.of(
                                Text.of(each == old ? "Before" : "Now"),
                                Text.of(London.day(each.on())),
                                Text.of(each.author()),
                                Shown.lines(each.words())));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        "What was corrected",
                        "/oversight/recommendations/" + it.id(),
                        List.of(
                                new Part(null, table),
                                new Part("What changed", Differences.between(old.words(), now.words()))),
                        null));
    }
}
