package lantern.intake.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.intake.mailbox.Attachments;
import lantern.platform.files.Files;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class InboxController {
    private final Access access;
    private final InboxQueries inbox;
    private final NotificationQueries notifications;
    private final Ledger ledger;
    private final Forms forms;
    private final Attachments attachments;

    InboxController(
            Access access,
            InboxQueries inbox,
            NotificationQueries notifications,
            Ledger ledger,
            Attachments attachments,
            Forms forms) {
        this.attachments = attachments;
        this.access = access;
        this.inbox = inbox;
        this.notifications = notifications;
        this.ledger = ledger;
        this.forms = forms;
    }

    @GetMapping("/inbox")
    ModelAndView inbox(
            @RequestParam(required = false) @Nullable String show, @RequestParam(defaultValue = "1") int page) {
        var reader = access.require(Permission.READ_INBOX);
        var waits = Waits.of(show);
        var found = InboxPage.of(
                inbox.counts(reader),
                waits,
                page,
                reader.may(Permission.WRITE_NOTIFICATION),
                reader.may(Permission.DECIDE_NOTIFICATION),
                shown -> inbox.rows(reader, waits, shown));
        var children = found.rows().stream()
                .map(InboxPage.Row::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!children.isEmpty()) ledger.looked(children, "inbox");
        return Pages.page("intake/inbox/list", found);
    }

    @GetMapping("/inbox/{id}")
    ModelAndView notification(@PathVariable UUID id, HttpServletRequest request) {
        var reader = access.require(Permission.READ_INBOX);
        return Pages.page("intake/inbox/notification", notifications.page(id, reader, forms.load(request)));
    }

    /** The same page for the allocated worker and whoever else works with the child; the policies decide what they see. */
    @GetMapping("/notifications/{id}")
    ModelAndView notificationOfMyChild(@PathVariable UUID id, HttpServletRequest request) {
        var reader = access.require(Permission.READ_CHILD);
        return Pages.page("intake/inbox/notification", notifications.page(id, reader, forms.load(request)));
    }

    /** A file that came with the message; its kind and its name are those it is kept under. */
    @GetMapping("/notifications/{id}/attachments/{file}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID file) {
        access.require(Permission.READ_CHILD);
        var kept = attachments.open(id, file);
        ledger.act("attachment.opened", "notification", id, null);
        return Files.attachment(kept);
    }
}
