package lantern.intake.quarantine;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
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
@RequestMapping("/inbox/quarantine")
class QuarantineController {
    private static final int SHOWN = 100_000;

    private final Access access;
    private final Quarantine quarantine;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    QuarantineController(Access access, Quarantine quarantine, Ledger ledger, Forms forms, Clock clock) {
        this.access = access;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        var reader = access.require(Permission.READ_INBOX);
        var rows = quarantine.waiting(reader).stream()
                .map(kept -> new QuarantinePage.Row(
                        kept.id(),
                        kept.agencyName(),
                        London.ago(kept.receivedAt(), clock.instant()),
                        kept.problems().stream()
                                .map(problem -> FieldWords.label(problem.field()))
                                .distinct()
                                .limit(6)
                                .collect(Collectors.joining(", "))))
                .toList();
        return Pages.page("intake/quarantine/list", new QuarantinePage(rows));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var reader = access.require(Permission.READ_INBOX);
        var kept = quarantine.waiting(reader, id);
        ledger.act("quarantine.read", "quarantine", id, null);
        return Pages.page(
                "intake/quarantine/message",
                new QuarantinedPage(
                        forms.load(request),
                        id,
                        kept.agencyName(),
                        London.ago(kept.receivedAt(), clock.instant()),
                        shown(kept.raw()),
                        kept.problems(),
                        reader.may(Permission.DECIDE_NOTIFICATION)));
    }

    /** Bytes that are no text, and control characters, are shown as the replacement character: the bytes themselves stay. */
    private static String shown(byte[] raw) {
        var text = new String(raw, 0, Math.min(raw.length, SHOWN), StandardCharsets.UTF_8)
                .codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return raw.length > SHOWN ? text + "\n… " + (raw.length - SHOWN) + " more bytes are kept" : text.toString();
    }

    @PostMapping("/{id}/setting-aside")
    ModelAndView setAside(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        quarantine.setAside(actor, id, reason(reason));
        return Pages.done("/inbox/quarantine", "The message was set aside");
    }

    // Quarantine is below the reader in this module, so it cannot use its rule for text.
    private static String reason(String text) {
        if (text.isBlank()) throw new Refused("Enter why it is set aside", "reason");
        if (text.length() > 4_000 || text.indexOf('\0') >= 0)
            throw new Refused("Use 4,000 characters or fewer, and no control characters", "reason");
        return text.strip();
    }
}
