package lantern.oversight.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.oversight.acknowledging.Acknowledgements;
import lantern.oversight.acknowledging.Findings;
import lantern.oversight.checks.Finding;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.Parts;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A finding is acknowledged with a reason. */
@Controller
@Transactional
class AcknowledgementController {
    private final Access access;
    private final Subjects subjects;
    private final Acknowledgements acknowledgements;
    private final Forms forms;

    AcknowledgementController(Access access, Subjects subjects, Acknowledgements acknowledgements, Forms forms) {
        this.access = access;
        this.subjects = subjects;
        this.acknowledgements = acknowledgements;
        this.forms = forms;
    }

    /** The finding as it is raised now: its address holds what it says and on which facts, so another one cannot be meant by mistake. */
    private static Finding find(Subjects.Subject subject, String key) {
        return subject.findings().stream()
                .filter(each -> Findings.key(each).equals(key))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("This finding is no longer raised: the facts have changed"));
    }

    @GetMapping("/oversight/{kind}/{id}/findings/{key}/acknowledgement")
    ModelAndView ask(
            @PathVariable String kind, @PathVariable UUID id, @PathVariable String key, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var subject = subjects.of(kind, id);
        var finding = find(subject, key);
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Acknowledge a finding",
                        subject.title(),
                        subject.path(),
                        form,
                        finding.code() + ": " + finding.says()
                                + (finding.facts().isEmpty() ? "." : ". On these facts: " + finding.facts()),
                        List.of(Textarea.of("reason", "Why is it right as it stands?")
                                .hint("It is kept with your name. When the facts change the finding is raised again.")
                                .rows(4)
                                .from(form)),
                        "/oversight/" + kind + "/" + id + "/findings/" + key + "/acknowledgement",
                        "Acknowledge it"));
    }

    @PostMapping("/oversight/{kind}/{id}/findings/{key}/acknowledgement")
    ModelAndView acknowledge(
            @PathVariable String kind,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var subject = subjects.of(kind, id);
        var finding = find(subject, key);
        var reason = Parts.text(typed, "reason");
        new FormErrors()
                .addIf(reason.length() < 3 || reason.length() > 2_000, "reason", "Say why it is right as it stands")
                .throwIfAny();
        acknowledgements.acknowledge(id, finding, reason);
        return Pages.done(subject.path(), "The finding was acknowledged");
    }
}
