package lantern.timescales.escalation;

import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class NoticesController {
    private final Access access;
    private final Notices notices;

    NoticesController(Access access, Notices notices) {
        this.access = access;
        this.notices = notices;
    }

    @GetMapping("/notices")
    ModelAndView notices(@RequestParam(defaultValue = "1") int page) {
        var actor = access.require(Permission.READ_TIMESCALES);
        var shown = Math.clamp(page, 1, 1_000);
        var rows = notices.newest(actor, shown);
        var more = rows.size() > Notices.PAGE;
        return Pages.page(
                "timescales/escalation/notices",
                new NoticesPage(
                        more ? rows.subList(0, Notices.PAGE) : rows,
                        shown,
                        shown > 1 ? "/notices?page=" + (shown - 1) : null,
                        more ? "/notices?page=" + (shown + 1) : null));
    }

    @PostMapping("/notices/read")
    ModelAndView read(@RequestParam(name = "notice", defaultValue = "") List<UUID> read) {
        var actor = access.require(Permission.READ_TIMESCALES);
        notices.markRead(actor, read);
        return Pages.done("/notices", "Marked as read");
    }
}
