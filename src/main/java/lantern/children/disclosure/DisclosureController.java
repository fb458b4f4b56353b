package lantern.children.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class DisclosureController {
    private static final String OUTSIDE = "outside";

    private final Access access;
    private final Children children;
    private final Composer composer;
    private final Disclosures disclosures;
    private final DisclosureQueries queries;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    DisclosureController(
            Access access,
            Children children,
            Composer composer,
            Disclosures disclosures,
            DisclosureQueries queries,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.composer = composer;
        this.disclosures = disclosures;
        this.queries = queries;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/disclosures")
    ModelAndView ofChild(@PathVariable UUID id) {
        access.require(Permission.DISCLOSE);
        var child = children.find(id).orElseThrow(Refused::notFound);
        ledger.look(id, "identity", "sharing");
        return list(
                "Shared from the record of " + child.reference(),
                "/children/" + id,
                queries.ofChild(id),
                "/children/" + id + "/disclosures/new",
                "Nothing of this record was shared on paper or in a copy, and nobody decided not to.");
    }

    @GetMapping("/disclosures/waiting")
    ModelAndView waiting() {
        var actor = access.require(Permission.APPROVE_DISCLOSURE);
        var waiting = queries.waitingToBeAgreedBy(actor.id());
        looked(waiting, "disclosures-waiting");
        return list("Copies to agree to", null, waiting, null, "No copy waits for a second person.");
    }

    @GetMapping("/disclosures/received")
    ModelAndView received() {
        var actor = access.require(Permission.RECEIVE_DISCLOSURE);
        var received = queries.sentTo(actor.agencyOrRefuse());
        looked(received, "disclosures-received");
        return list("Copies sent to you", null, received, null, "Nothing was sent to your agency.");
    }

    private void looked(List<Disclosure> disclosures, String list) {
        if (!disclosures.isEmpty())
            ledger.looked(disclosures.stream().map(Disclosure::child).distinct().toList(), list);
    }

    private ModelAndView list(
            String title, @Nullable String back, List<Disclosure> all, @Nullable String start, String none) {
        var called = names.of(all.stream().map(Disclosure::preparedBy).toList());
        return Pages.page(
                "children/disclosure/all",
                new DisclosurePages.All(title, back, all, composer.titles(), called, start, none, clock.instant()));
    }

    @GetMapping("/children/{id}/disclosures/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.DISCLOSE);
        var child = children.find(id).orElseThrow(Refused::notFound);
        var recipients = new LinkedHashMap<String, String>();
        for (var each : queries.recipients()) recipients.put(each.id().toString(), each.name());
        recipients.put(OUTSIDE, "Somebody outside Lantern");
        ledger.look(id, "identity");
        return Pages.page(
                "children/disclosure/new",
                new DisclosurePages.New(
                        forms.load(request), id, child.name(), child.reference(), composer.titles(), recipients));
    }

    @PostMapping("/children/{id}/disclosures")
    ModelAndView prepare(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.DISCLOSE);
        if (children.find(id).isEmpty()) throw Refused.notFound();
        var chosen = typed.getOrDefault("agency", "");
        var agency = queries.recipients().stream()
                .filter(each -> each.id().toString().equals(chosen))
                .findFirst();
        if (agency.isEmpty() && !chosen.equals(OUTSIDE)) throw new Refused("Choose who is given the copy", "agency");
        var prepared = disclosures.prepare(
                id,
                typed.getOrDefault("document", ""),
                agency.map(DisclosureQueries.Recipient::id).orElse(null),
                agency.map(DisclosureQueries.Recipient::name).orElse(typed.getOrDefault("recipient", "")),
                typed.getOrDefault("purpose", ""),
                Basis.of(typed.getOrDefault("basis", "")),
                actor);
        return Pages.seeOther("/disclosures/" + prepared);
    }

    @GetMapping("/disclosures/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var disclosure = queries.find(id).orElseThrow(Refused::notFound);
        var received = disclosure.agency() != null && disclosure.agency().equals(actor.agency());
        if (!received && !actor.may(Permission.DISCLOSE)) throw Refused.notFound();
        var child = children.find(disclosure.child()).map(each -> each.name() + ", " + each.reference());
        var document = composer.document(disclosure.document()).title();
        ledger.look(disclosure.child(), "disclosure");
        if (disclosure.state() == Disclosure.State.PREPARED)
            return Pages.page(
                    "children/disclosure/preparing",
                    new DisclosurePages.Preparing(
                            forms.load(request),
                            disclosure,
                            document,
                            child.orElseThrow(Refused::notFound),
                            composer.compose(disclosure)));
        return Pages.page("children/disclosure/one", page(actor, disclosure, document, child, received, request));
    }

    private DisclosurePages.One page(
            Actor actor,
            Disclosure disclosure,
            String document,
            Optional<String> child,
            boolean received,
            HttpServletRequest request) {
        var mentioned = new ArrayList<@Nullable UUID>(List.of(disclosure.preparedBy()));
        mentioned.add(disclosure.decidedBy());
        var mayDecide = disclosure.state() == Disclosure.State.WAITING
                && actor.may(Permission.APPROVE_DISCLOSURE)
                && !disclosure.preparedBy().equals(actor.id());
        return new DisclosurePages.One(
                forms.load(request),
                disclosure,
                document,
                child.orElse(null),
                queries.parts(disclosure.id()),
                names.of(mentioned),
                mayDecide,
                received,
                clock.instant());
    }

    @PostMapping("/disclosures/{id}/sending")
    ModelAndView send(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var actor = access.require(Permission.DISCLOSE);
        var reason = typed.getFirst("reason");
        var state = disclosures.send(id, typed.getOrDefault("parts", List.of()), reason == null ? "" : reason, actor);
        return Pages.done(
                "/disclosures/" + id,
                state == Disclosure.State.SENT
                        ? "The copy was sent"
                        : "A second person is asked to agree before it goes");
    }

    @PostMapping("/disclosures/{id}/approval")
    ModelAndView approve(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.APPROVE_DISCLOSURE);
        disclosures.approve(id, typed.getOrDefault("words", ""), actor);
        return Pages.done("/disclosures/" + id, "The copy was sent");
    }

    @PostMapping("/disclosures/{id}/not-shared")
    ModelAndView doNotShare(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.DISCLOSE);
        disclosures.doNotShare(id, typed.getOrDefault("why", ""), actor);
        return Pages.done("/disclosures/" + id, "It is recorded that this is not shared, and why");
    }
}
