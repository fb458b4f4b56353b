package lantern.intake.mailbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.intake.SaidJson;
import lantern.intake.mailbox.MailPages.One.Line;
import lantern.intake.notification.Reading;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Controller
@Transactional
class MailController {
    private static final int LONGEST_SAMPLE = 100_000;

    private final Access access;
    private final Senders senders;
    private final MailArrivals arrivals;
    private final Forms forms;
    private final Clock clock;

    MailController(Access access, Senders senders, MailArrivals arrivals, Forms forms, Clock clock) {
        this.access = access;
        this.senders = senders;
        this.arrivals = arrivals;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/intake/mail")
    ModelAndView all() {
        access.require(Permission.MANAGE_INTAKE);
        return Pages.page("intake/mailbox/all", new MailPages.All(senders.all(), clock.instant()));
    }

    @GetMapping("/intake/mail/new")
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.MANAGE_INTAKE);
        var agencies = new LinkedHashMap<String, String>();
        for (var each : senders.agencies()) agencies.put(each.id().toString(), each.name());
        return Pages.page("intake/mailbox/new", new MailPages.New(forms.load(request), agencies));
    }

    @PostMapping("/intake/mail")
    ModelAndView add(@RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.MANAGE_INTAKE);
        var agency = senders.agencies().stream()
                .filter(each -> each.id().toString().equals(typed.get("agency")))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose for whom this address reports", "agency"));
        var source = typed.getOrDefault("source", "").strip();
        if (source.isEmpty() || source.length() > 100)
            throw new Refused("Say what the sending system is called", "source");
        var id = senders.add(
                agency.id(),
                typed.getOrDefault("address", ""),
                source,
                words(typed.getOrDefault("words", "")),
                hours(typed.getOrDefault("hours", "")),
                clock.instant(),
                actor);
        return Pages.done("/intake/mail/" + id, "The sender was added: try a sample before mail comes");
    }

    @GetMapping("/intake/mail/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_INTAKE);
        return page(senders.find(id).orElseThrow(Refused::notFound), "", request);
    }

    /** Shows what a sample yields and keeps nothing of it, so it is no change and needs no redirect. */
    @PostMapping("/intake/mail/{id}/sample")
    ModelAndView sample(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String sample, HttpServletRequest request) {
        access.require(Permission.MANAGE_INTAKE);
        if (sample.isBlank()) throw new Refused("Paste a message", "sample");
        if (sample.length() > LONGEST_SAMPLE) throw new Refused("Paste at most 100,000 characters", "sample");
        return page(senders.find(id).orElseThrow(Refused::notFound), sample, request);
    }

    @PostMapping("/intake/mail/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        access.require(Permission.MANAGE_INTAKE);
        senders.end(id, clock.instant());
        return Pages.done("/intake/mail", "Mail from this address goes to the quarantine from now on");
    }

    private ModelAndView page(Senders.Sender sender, String sample, HttpServletRequest request) {
        List<Line> found = null;
        var problems = new ArrayList<Line>();
        if (!sample.isEmpty()) {
            var raw = sample.getBytes(StandardCharsets.UTF_8);
            var mail = new Mail(sender.address(), null, null, sample.replace("\r\n", "\n"));
            found = new ArrayList<>();
            switch (arrivals.read(mail, sender.words(), sender.source(), raw, clock.instant())) {
                case Reading.Read(var message) -> {
                    found.add(new Line("kind", message.kind().code()));
                    found.add(new Line("source, reference", message.source() + ", " + message.sourceReference()));
                    found.add(new Line("reportedAt", message.reportedAt().toString()));
                    lines(JsonMapper.shared().readTree(SaidJson.write(message.said())), "", found);
                }
                case Reading.Invalid(var wrong) ->
                    wrong.forEach(each -> problems.add(new Line(each.field(), each.message())));
                case Reading.Unreadable(var why) -> problems.add(new Line("body", why));
            }
        }
        return Pages.page(
                "intake/mailbox/one",
                new MailPages.One(
                        forms.load(request),
                        sender.id().toString(),
                        sender.address(),
                        sender.agencyName(),
                        sender.source(),
                        sender.words(),
                        sample,
                        found,
                        problems));
    }

    private static void lines(JsonNode node, String path, List<Line> lines) {
        if (node.isObject())
            node.forEachEntry((name, value) -> lines(value, path.isEmpty() ? name : path + "." + name, lines));
        else if (node.isArray()) for (var each : node) lines(each, path, lines);
        else if (!node.isNull()) lines.add(new Line(path, node.asString("")));
    }

    private static Map<String, String> words(String typed) {
        var words = new LinkedHashMap<String, String>();
        for (var line : (Iterable<String>) typed.lines().filter(each -> !each.isBlank())::iterator) {
            var equals = line.indexOf('=');
            var known = equals < 0 ? null : Label.of(line.substring(equals + 1), Map.of());
            if (known == null)
                throw new Refused("Write one line for each word, as in: Misper surname = family name", "words");
            words.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), known.word());
        }
        return words;
    }

    private static @Nullable Duration hours(String typed) {
        if (typed.isBlank()) return null;
        if (!typed.strip().matches("[1-9]\\d{0,3}"))
            throw new Refused("Write a whole number of hours, or leave it empty", "hours");
        return Duration.ofHours(Integer.parseInt(typed.strip()));
    }
}
