package lantern.intake.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.intake.inbox.NotificationQueries;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/inbox/queue")
class QueueController {
    private final Access access;
    private final Queue queue;
    private final NotificationQueries notifications;
    private final Forms forms;

    QueueController(Access access, Queue queue, NotificationQueries notifications, Forms forms) {
        this.access = access;
        this.queue = queue;
        this.notifications = notifications;
        this.forms = forms;
    }

    /** Leads to the next one. */
    @GetMapping
    ModelAndView next(@RequestParam(required = false) @Nullable UUID after) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        return queue.next(actor, after)
                .map(id -> Pages.seeOther("/inbox/queue/" + id))
                .orElseGet(() -> Pages.page("intake/queue/empty", new QueuePage.Empty()));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        var page = notifications.page(id, actor, forms.load(request));
        return Pages.page("intake/queue/one", new QueuePage(page, queue.waiting(actor)));
    }

    @PostMapping("/{id}")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String feedback) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        queue.decide(id, new Queue.Typed(who, decision, reason, feedback), actor);
        return Pages.done("/inbox/queue?after=" + id, "Decided. This is the next one");
    }
}
