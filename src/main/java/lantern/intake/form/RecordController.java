package lantern.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.intake.mailbox.Template;
import lantern.intake.notification.Message;
import lantern.intake.notification.NotificationReader;
import lantern.intake.notification.Notifications;
import lantern.intake.notification.Reading;
import lantern.intake.quarantine.Quarantine;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/notifications")
class RecordController {
    private final Access access;
    private final Notifications notifications;
    private final Quarantine quarantine;
    private final Forms forms;
    private final Clock clock;

    RecordController(Access access, Notifications notifications, Quarantine quarantine, Forms forms, Clock clock) {
        this.access = access;
        this.notifications = notifications;
        this.quarantine = quarantine;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView ask(
            @RequestParam(name = "quarantine", required = false) @Nullable UUID quarantined,
            @RequestParam(name = "kind", required = false) @Nullable String chosen,
            @RequestParam(defaultValue = "false") boolean asked,
            HttpServletRequest request) {
        var actor = access.require(Permission.WRITE_NOTIFICATION);
        var known = new LinkedHashMap<String, String>();
        if (quarantined != null) {
            access.require(Permission.DECIDE_NOTIFICATION);
            var kept = quarantine.waiting(actor, quarantined);
            known.putAll(RecordNotification.known(
                    kept.channel().equals("email") ? Template.guess(kept.raw(), clock.instant()) : kept.raw()));
        }
        var kind = chosen == null ? known.get("kind") : chosen;
        if (kind == null || !KindPage.KINDS.containsKey(kind)) return askKind(actor, quarantined, chosen, asked);
        known.put("kind", kind);
        // The form's own number makes a double press or a resent page one notification.
        return Pages.page(
                "intake/form/record",
                new RecordPage(
                        forms.load(request).or(known), quarantined, Ids.next().toString(), kind));
    }

    private static ModelAndView askKind(
            Actor actor, @Nullable UUID quarantined, @Nullable String chosen, boolean asked) {
        var wrong = asked && (chosen == null || chosen.isEmpty());
        var form = wrong ? new Form(Map.of(), List.of(new FieldError("kind", "Choose what it is about"))) : Form.EMPTY;
        var back = quarantined != null
                ? "/inbox/quarantine/" + quarantined
                : actor.may(Permission.READ_INBOX) ? "/inbox" : "/";
        return Pages.page("intake/form/kind", new KindPage(form, quarantined, back));
    }

    @PostMapping
    ModelAndView record(
            @RequestParam(name = "quarantine", required = false) @Nullable UUID quarantined,
            HttpServletRequest request) {
        var actor = access.require(Permission.WRITE_NOTIFICATION);
        var kept = quarantined == null ? null : quarantine.waiting(actor, quarantined);
        if (kept != null) access.require(Permission.DECIDE_NOTIFICATION);
        var message = message(request, actor);
        var agency = kept == null ? actor.agencyOrRefuse() : kept.agency();
        var receipt = notifications.receive(actor, agency, message);
        if (kept != null) quarantine.complete(actor, kept.id(), receipt.id());
        if (receipt.first()) notifications.follow(receipt, agency, message, false);
        return actor.may(Permission.READ_INBOX)
                ? Pages.done("/inbox/" + receipt.id(), "The notification was recorded")
                : Pages.done("/", "The notification was recorded. The hub has it now");
    }

    private Message message(HttpServletRequest request, Actor actor) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        var number = request.getParameter("reference");
        if (number == null || !number.matches("[0-9a-f-]{36}"))
            throw new Refused("Open the form again and send it once");
        var channel = "phone".equals(request.getParameter("how")) ? "phone" : "web-form";
        var body = new RecordNotification(typed).message("lantern/" + actor.agencyCode(), number, clock.instant());
        return switch (NotificationReader.read(body, channel, clock.instant())) {
            case Reading.Read(var message) -> message;
            case Reading.Invalid(var problems) -> throw RecordNotification.errors(problems);
            case Reading.Unreadable(var why) -> throw new FormErrors().add(null, why);
        };
    }
}
