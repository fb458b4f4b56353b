package lantern.intake.triage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.intake.notification.TextRule;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class TriageController {
    private final Access access;
    private final Triage triage;
    private final Clock clock;

    TriageController(Access access, Triage triage, Clock clock) {
        this.access = access;
        this.triage = triage;
        this.clock = clock;
    }

    @PostMapping("/inbox/{id}/triage")
    ModelAndView rate(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String ratingReason) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        triage.rate(
                id,
                Rating.of(rating),
                TextRule.required(ratingReason, "ratingReason", "Enter the reason for the rating"),
                actor);
        return Pages.done("/inbox/" + id, "The rating was saved");
    }

    @PostMapping("/inbox/{id}/responses")
    ModelAndView respond(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        triage.respond(
                id,
                Response.of(typed.getOrDefault("response", "")),
                happened(typed),
                TextRule.required(
                        typed.getOrDefault("responseWords", ""),
                        "responseWords",
                        "Enter who took part and what was decided"),
                actor);
        return Pages.done("/inbox/" + id, "What was done was saved");
    }

    @PostMapping("/inbox/{id}/feedback")
    ModelAndView answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String feedback) {
        var actor = access.require(Permission.DECIDE_NOTIFICATION);
        triage.answerReferrer(id, TextRule.required(feedback, "feedback", "Enter what the referrer is told"), actor);
        return Pages.done("/inbox/" + id, "The answer was sent");
    }

    /** The allocated worker says that they have read it: nobody needs to phone them. */
    @PostMapping("/notifications/{id}/reading")
    ModelAndView read(@PathVariable UUID id) {
        var actor = access.require(Permission.WRITE_CHILD);
        triage.readByWorker(id, actor);
        return Pages.done("/notifications/" + id, "Your reading was recorded");
    }

    /** Nothing typed means now. */
    private Instant happened(Map<String, String> typed) {
        var day = typed.getOrDefault("happened-day", "").strip();
        var month = typed.getOrDefault("happened-month", "").strip();
        var year = typed.getOrDefault("happened-year", "").strip();
        var time = typed.getOrDefault("happenedTime", "").strip();
        if ((day + month + year + time).isEmpty()) return clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            var date = (day + month + year).isEmpty()
                    ? London.date(clock.instant())
                    : LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.atTime(LocalTime.parse(time.length() == 4 ? "0" + time : time))
                    .atZone(London.ZONE)
                    .toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refused("Enter a real date, such as 22 11 2026, and a time, such as 14:05", "happened");
        }
    }
}
