package lantern.platform.web.sample;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.platform.Refused;
import lantern.platform.web.PageFrame;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@TestComponent
class SamplePages {
    private final Forms forms;

    SamplePages(Forms forms) {
        this.forms = forms;
    }

    @GetMapping("/kit")
    ModelAndView kit() {
        return page(new SamplePage("Components", Form.EMPTY, false, null), SampleComponents.all());
    }

    @GetMapping("/kit/board")
    ModelAndView board() {
        return page(new SamplePage("Children missing now", Form.EMPTY, true, null), SampleBoard.all());
    }

    @GetMapping("/kit/child")
    ModelAndView child() {
        return page(new SamplePage("Rowan Hale", Form.EMPTY, true, "/kit/board"), SampleBoard.child());
    }

    @GetMapping("/kit/form")
    ModelAndView form(HttpServletRequest request) {
        var form = forms.load(request).or(Map.of("place", "Home"));
        var token = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        var frame = PageFrame.plain("")
                .at(Forms.address(request))
                .csrf(new PageFrame.Csrf(token.getParameterName(), token.getToken()));
        return page(new SamplePage("Report a child missing", form, false, "/kit"), SampleForm.in(frame, form));
    }

    @PostMapping("/kit/form")
    ModelAndView report(@RequestParam Map<String, String> typed) {
        new FormErrors()
                .addIf(typed.getOrDefault("name", "").isBlank(), "name", "Enter the child's name")
                .addIf(!typed.containsKey("risk"), "risk", "Choose how serious the risk is")
                .throwIfAny();
        if ("Nobody".equals(typed.get("name"))) {
            throw new Refused("Enter the name the child is known by", "name");
        }
        return Pages.done("/kit", "The report was sent to the police");
    }

    @PostMapping("/drafts")
    ResponseEntity<Void> draft(HttpServletRequest request) {
        return ResponseEntity.status(forms.keep(request, List.of()) == null ? 422 : 204)
                .build();
    }

    @GetMapping({"/kit/fails/{how}", "/api/fails/{how}"})
    ModelAndView fails(@PathVariable String how) {
        throw switch (how) {
            case "unseen" -> Refused.notFound();
            case "forbidden" -> Refused.notAllowed("Only a manager may close an episode. Ask yours to do it.");
            case "conflict" -> Refused.conflict("Rowan Hale changed this first. Look again.");
            case "field" -> new Refused("Enter a date in the past", "missingSince");
            default -> new IllegalStateException("the secret inside");
        };
    }

    private static ModelAndView page(SamplePage page, Content content) {
        return Pages.page("platform/web/layout", page).addObject("content", content);
    }
}
