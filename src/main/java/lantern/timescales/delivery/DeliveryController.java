package lantern.timescales.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.mail.Smtp;
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
@RequestMapping("/notices")
class DeliveryController {
    private final Access access;
    private final Preferences preferences;
    private final Smtp smtp;
    private final Forms forms;
    private final Clock clock;

    DeliveryController(Access access, Preferences preferences, Smtp smtp, Forms forms, Clock clock) {
        this.access = access;
        this.preferences = preferences;
        this.smtp = smtp;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/settings")
    ModelAndView settings(HttpServletRequest request) {
        var actor = access.require(Permission.READ_TIMESCALES);
        var quiet = preferences.quiet(actor);
        var known = new HashMap<String, String>();
        known.put("mail", quiet.byMail() ? "yes" : "no");
        if (quiet.from() != null) known.put("from", quiet.from().toString());
        if (quiet.until() != null) known.put("until", quiet.until().toString());
        return Pages.page(
                "timescales/delivery/settings",
                new DeliveryPages.Settings(
                        forms.load(request).or(known), preferences.covers(actor), smtp.isSet(), clock.instant()));
    }

    @PostMapping("/settings")
    ModelAndView keep(@RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.READ_TIMESCALES);
        preferences.keep(
                actor,
                new Preferences.Quiet(!"no".equals(typed.get("mail")), time(typed, "from"), time(typed, "until")));
        return Pages.done("/notices/settings", "Kept");
    }

    @GetMapping("/cover/new")
    ModelAndView ask(HttpServletRequest request) {
        var actor = access.require(Permission.READ_TIMESCALES);
        return Pages.page(
                "timescales/delivery/cover",
                new DeliveryPages.NewCover(forms.load(request), preferences.deputies(actor)));
    }

    @PostMapping("/cover")
    ModelAndView cover(@RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.READ_TIMESCALES);
        var deputy = typed.getOrDefault("deputy", "");
        if (!preferences.deputies(actor).containsKey(deputy))
            throw new Refused("Choose who gets your notices while you are away", "deputy");
        preferences.cover(
                actor, UUID.fromString(deputy), London.startOf(day(typed, "first")), London.endOf(day(typed, "last")));
        return Pages.done("/notices/settings", "They get your notices while you are away");
    }

    @PostMapping("/cover/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        access.require(Permission.READ_TIMESCALES);
        preferences.end(id);
        return Pages.done("/notices/settings", "Your notices are yours alone again");
    }

    private static @Nullable LocalTime time(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) return null;
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw new Refused("Enter a time, such as 22:00", field);
        }
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.of(
                    Integer.parseInt(typed.getOrDefault(field + "-year", "").strip()),
                    Integer.parseInt(typed.getOrDefault(field + "-month", "").strip()),
                    Integer.parseInt(typed.getOrDefault(field + "-day", "").strip()));
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refused("Enter a real date, such as 22 12 2026", field);
        }
    }
}
