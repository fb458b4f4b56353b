package lantern.timescales.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
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
@RequestMapping("/webhooks")
class WebhookController {
    private final Access access;
    private final Webhooks webhooks;
    private final Forms forms;
    private final Clock clock;

    WebhookController(Access access, Webhooks webhooks, Forms forms, Clock clock) {
        this.access = access;
        this.webhooks = webhooks;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        access.require(Permission.MANAGE_WEBHOOKS);
        var rows = webhooks.all().stream()
                .map(each -> new WebhookPages.Row(
                        each.id(), each.url(), each.agencyName(), each.events().size(), each.ended()))
                .toList();
        return Pages.page("timescales/webhook/all", new WebhookPages.All(rows));
    }

    @GetMapping("/new")
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.MANAGE_WEBHOOKS);
        return Pages.page("timescales/webhook/new", new WebhookPages.New(forms.load(request)));
    }

    @PostMapping
    ModelAndView register(
            @RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") List<String> events) {
        var actor = access.require(Permission.MANAGE_WEBHOOKS);
        var id = webhooks.register(actor, url, events, clock.instant());
        return Pages.done("/webhooks/" + id, "Registered: give the other side the secret");
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        access.require(Permission.MANAGE_WEBHOOKS);
        var webhook = webhooks.find(id).orElseThrow(Refused::notFound);
        var now = clock.instant();
        return Pages.page(
                "timescales/webhook/one",
                new WebhookPages.One(
                        id,
                        webhook.url(),
                        webhook.agencyName(),
                        webhook.events(),
                        webhook.ended(),
                        webhooks.secret(id),
                        webhooks.deliveries(id).stream()
                                .map(each -> WebhookPages.Sent.of(each, now))
                                .toList()));
    }

    @PostMapping("/{id}/deliveries/{delivery}")
    ModelAndView again(@PathVariable UUID id, @PathVariable UUID delivery) {
        access.require(Permission.MANAGE_WEBHOOKS);
        webhooks.again(id, delivery, clock.instant());
        return Pages.done("/webhooks/" + id, "It is sent again within a minute");
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        var actor = access.require(Permission.MANAGE_WEBHOOKS);
        if (!webhooks.end(id, actor, clock.instant())) throw Refused.notFound();
        return Pages.done("/webhooks", "This address is told nothing any more");
    }
}
