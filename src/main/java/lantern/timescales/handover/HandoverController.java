package lantern.timescales.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.web.Pages;
import lantern.timescales.ChildNames;
import lantern.timescales.HandoverPart;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class HandoverController {
    private static final List<Integer> SHIFTS = List.of(8, 12, 16, 24, 72);

    private final Access access;
    private final Open open;
    private final ChildNames names;
    private final List<HandoverPart> parts;
    private final Ledger ledger;
    private final Clock clock;

    HandoverController(
            Access access, Open open, ChildNames names, List<HandoverPart> parts, Ledger ledger, Clock clock) {
        this.access = access;
        this.open = open;
        this.names = names;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(HandoverPart::order))
                .toList();
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/handover")
    ModelAndView sheet(@RequestParam(defaultValue = "12") int hours) {
        var reader = access.require(Permission.READ_TIMESCALES);
        var shift = SHIFTS.contains(hours) ? hours : 12;
        var now = clock.instant();
        var until = now.plus(Duration.ofHours(shift));
        var due = open.until(reader, now, until);
        var children = due.stream()
                .map(Open.Due::child)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!children.isEmpty()) ledger.looked(children, "handover");
        var called = names.names(children);
        var rows = due.stream()
                .map(each -> new HandoverPage.Row(
                        each.title(),
                        each.path(),
                        each.child() == null ? "Not yet known" : called.getOrDefault(each.child(), "Withheld"),
                        London.due(each.due(), now),
                        each.owner().replace('-', ' '),
                        each.due().isBefore(now)))
                .toList();
        var sections = parts.stream()
                .map(part -> new HandoverPage.Section(part.title(), part.items(reader, now)))
                .toList();
        return Pages.page(
                "timescales/handover/sheet",
                new HandoverPage(
                        rows, sections, SHIFTS, shift, London.dateTime(now), London.dateTime(until), reader.name()));
    }
}
