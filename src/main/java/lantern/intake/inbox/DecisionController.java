package lantern.intake.inbox;

import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.intake.linking.Decisions;
import lantern.intake.notification.TextRule;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is this? The plain forms of a notification's page. */
@Controller
@Transactional
@RequestMapping("/inbox/{id}")
class DecisionController {
    private final Access access;
    private final Decisions decisions;

    DecisionController(Access access, Decisions decisions) {
        this.access = access;
        this.decisions = decisions;
    }

    @PostMapping("/link")
    ModelAndView link(@PathVariable UUID id, @RequestParam UUID child) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        decisions.link(id, child, actor);
        return Pages.done("/inbox/" + id, "The notification was linked to the child");
    }

    @PostMapping("/parking")
    ModelAndView park(@PathVariable UUID id, @RequestParam(defaultValue = "") String parkReason) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        decisions.park(id, TextRule.required(parkReason, "parkReason", "Enter what it waits for"), actor);
        return Pages.done("/inbox", "The notification was parked");
    }

    @PostMapping("/unlinking")
    ModelAndView unlink(@PathVariable UUID id, @RequestParam(defaultValue = "") String unlinkReason) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        decisions.unlink(id, TextRule.required(unlinkReason, "unlinkReason", "Enter why it is the wrong child"), actor);
        return Pages.done("/inbox/" + id, "The notification was unlinked and waits again");
    }

    @PostMapping("/ended-episode")
    ModelAndView openEndedEpisode(@PathVariable UUID id) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        decisions.openEndedEpisode(id, actor);
        return Pages.done("/inbox/" + id, "An episode that has ended was opened");
    }
}
