package lantern.oversight.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.paper.TextReader;
import lantern.oversight.rules.PaperRules;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The checks over text that somebody pastes; nothing of it is kept. */
@Controller
@Transactional
class PaperCheckController {
    private static final int LONGEST = 500_000;

    private final Access access;
    private final Forms forms;

    PaperCheckController(Access access, Forms forms) {
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/oversight/paper-check")
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.READ_OVERSIGHT);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Check a paper before it is published",
                        "Oversight",
                        "/oversight",
                        forms.load(request),
                        "The checks look for figures, dates and categories that contradict each other. They warn and never block.",
                        List.of(
                                Parts.links(
                                        Link.to("/oversight/paper-check/file", "Check a Word or text file instead")),
                                Textarea.of("text", "Text of the paper")
                                        .hint("Paste it with its tables. Nothing of it is kept.")
                                        .rows(20)
                                        .from(forms.load(request))),
                        "/oversight/paper-check",
                        "Check"));
    }

    @PostMapping("/oversight/paper-check")
    ModelAndView check(@RequestParam(defaultValue = "") String text) {
        access.require(Permission.READ_OVERSIGHT);
        new FormErrors()
                .addIf(text.isBlank(), "text", "Paste the text of the paper")
                .addIf(text.length() > LONGEST, "text", "Paste at most 500,000 characters")
                .throwIfAny();
        var findings = PaperRules.check(TextReader.read(text));
        var parts = new ArrayList<Part>();
        parts.add(Parts.findings("What the checks raise", findings));
        parts.add(new Part(null, Parts.links(Link.to("/oversight/paper-check", "Check another paper"))));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage("What the checks say of this paper", "/oversight/paper-check", parts, null));
    }
}
