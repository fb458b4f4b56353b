package lantern.audit.witness;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class WitnessController {
    private final Access access;
    private final Witnesses witnesses;
    private final Forms forms;
    private final Clock clock;

    WitnessController(Access access, Witnesses witnesses, Forms forms, Clock clock) {
        this.access = access;
        this.witnesses = witnesses;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/ledger/witnesses")
    ModelAndView all() {
        var actor = access.require(Permission.READ_LEDGER);
        return Pages.page(
                "audit/witness/all",
                new WitnessPages.All(
                        witnesses.all(), witnesses.newest(), actor.may(Permission.REVIEW_ACCESS), clock.instant()));
    }

    @GetMapping("/ledger/witnesses/new")
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.REVIEW_ACCESS);
        return Pages.page("audit/witness/register", new WitnessPages.Register(forms.load(request)));
    }

    @PostMapping("/ledger/witnesses")
    ModelAndView register(@RequestParam Map<String, String> typed) {
        access.require(Permission.REVIEW_ACCESS);
        witnesses.register(typed.getOrDefault("name", ""), typed.getOrDefault("url", ""), clock.instant());
        return Pages.done("/ledger/witnesses", "The witness was registered. It is sent every head from the first on");
    }

    @PostMapping("/ledger/witnesses/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        access.require(Permission.REVIEW_ACCESS);
        witnesses.end(id, clock.instant());
        return Pages.done("/ledger/witnesses", "The witness is sent nothing more. What it holds, it keeps");
    }
}
