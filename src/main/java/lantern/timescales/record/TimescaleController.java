package lantern.timescales.record;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.appointments.CalendarFile;
import lantern.platform.web.Pages;
import lantern.platform.web.PublicUrl;
import lantern.platform.web.forms.Forms;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import lantern.timescales.clock.Shown;
import lantern.timescales.force.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/timescales/{id:[0-9a-f-]{36}}")
class TimescaleController {
    private final Access access;
    private final Timescales timescales;
    private final Shown shown;
    private final InForce inForce;
    private final Ledger ledger;
    private final Forms forms;
    private final PublicUrl address;
    private final Clock clock;

    TimescaleController(
            Access access,
            Timescales timescales,
            Shown shown,
            InForce inForce,
            Ledger ledger,
            Forms forms,
            PublicUrl address,
            Clock clock) {
        this.access = access;
        this.timescales = timescales;
        this.shown = shown;
        this.inForce = inForce;
        this.ledger = ledger;
        this.forms = forms;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView timescale(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_TIMESCALES);
        var now = clock.instant();
        var timescale = find(actor, id);
        if (timescale.child() != null) ledger.look(timescale.child(), "timescales");
        var trail = shown.trail(actor, id).stream().map(it -> line(it, now)).toList();
        return Pages.page(
                "timescales/record/timescale",
                new TimescalePage(
                        timescale,
                        London.ago(timescale.startsAt(), now),
                        ended(timescale, now),
                        timescale.ownerRole().replace('-', ' '),
                        trail,
                        timescale.state().open() && actor.may(Permission.WAIVE_TIMESCALES),
                        timescale.next().forReader(actor)));
    }

    /** For the reader's own calendar: what falls due and where to look, and no child. */
    @GetMapping("/due.ics")
    ResponseEntity<String> due(@PathVariable UUID id) {
        var timescale = find(access.require(Permission.READ_TIMESCALES), id);
        var due = timescale.due();
        if (due == null) throw Refused.notFound();
        if (timescale.child() != null) ledger.look(timescale.child(), "timescales");
        var file = new CalendarFile(
                id,
                (int) (due.getEpochSecond() / 60 % 1_000_000_000),
                "Due: " + timescale.title(),
                due.minus(Duration.ofMinutes(15)),
                Duration.ofMinutes(15),
                null,
                address.told().isEmpty() ? null : address.told() + "/timescales/" + id,
                !timescale.state().open());
        return file.answer(clock.instant(), "due");
    }

    private static @Nullable String ended(Timescale timescale, Instant now) {
        var at = timescale.metAt() == null ? timescale.cancelledAt() : timescale.metAt();
        return at == null ? null : London.ago(at, now);
    }

    private static TimescalePage.Line line(Shown.Changed it, Instant now) {
        return new TimescalePage.Line(
                switch (it.kind()) {
                    case "corrected" -> "A time was corrected";
                    case "retracted" -> "Something was taken back";
                    case "late-report" -> "An earlier report arrived";
                    case "waived" -> "Waived";
                    default -> "Moved to the limit in force";
                },
                it.wasDue() == null ? "no limit" : London.due(it.wasDue(), now),
                it.due() == null ? "no limit" : London.due(it.due(), now),
                it.why(),
                (it.by() == null ? "" : it.by() + ", ") + London.when(it.at(), now));
    }

    @GetMapping("/waiver/new")
    ModelAndView askWaiver(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.WAIVE_TIMESCALES);
        var timescale = find(actor, id);
        return Pages.page(
                "timescales/record/reason",
                new ReasonPage(
                        forms.load(request),
                        "Waive: " + timescale.title(),
                        "Waiving says that this need not be done for this child, and why. It stays on the record under your role.",
                        "/timescales/" + id + "/waiver",
                        "Waive this timescale",
                        "/timescales/" + id));
    }

    @PostMapping("/waiver")
    ModelAndView waive(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        access.require(Permission.WAIVE_TIMESCALES);
        timescales.waive(id, reason);
        return Pages.done("/timescales/" + id, "The timescale was waived");
    }

    @GetMapping("/rebasing/new")
    ModelAndView askRebasing(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.WAIVE_TIMESCALES);
        var timescale = find(actor, id);
        return Pages.page(
                "timescales/record/reason",
                new ReasonPage(
                        forms.load(request),
                        "Move to the limit in force: " + timescale.title(),
                        "This timescale keeps the limit that it started with (" + timescale.limit()
                                + "). Moving it takes the limit that is in force today; the trail keeps both.",
                        "/timescales/" + id + "/rebasing",
                        "Move this timescale",
                        "/timescales/" + id));
    }

    @PostMapping("/rebasing")
    ModelAndView rebase(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        access.require(Permission.WAIVE_TIMESCALES);
        timescales.rebase(id, reason);
        return Pages.done("/timescales/" + id, "The timescale now runs by the limit in force");
    }

    private Timescale find(Actor actor, UUID id) {
        return shown.one(actor, inForce.of(actor.authority()), id, clock.instant())
                .orElseThrow(Refused::notFound);
    }
}
