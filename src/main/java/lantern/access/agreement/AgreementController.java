package lantern.access.agreement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.platform.Ids;
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

@Controller
@Transactional
class AgreementController {
    private final Access access;
    private final Agreements agreements;
    private final Names names;
    private final Forms forms;
    private final Clock clock;

    AgreementController(Access access, Agreements agreements, Names names, Forms forms, Clock clock) {
        this.access = access;
        this.agreements = agreements;
        this.names = names;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/agreements")
    ModelAndView all() {
        access.require(Permission.MANAGE_AGREEMENTS);
        var all = agreements.all();
        var without = new LinkedHashMap<>(agreements.agencies());
        all.stream()
                .filter(each -> each.standing() == Agreement.Standing.IN_FORCE)
                .forEach(each -> without.remove(each.agency().toString()));
        var ids = all.stream().map(Agreement::id).toList();
        return Pages.page(
                "access/agreement/all",
                new AgreementsPage(all, agreements.lines(ids), without, London.date(clock.instant())));
    }

    @GetMapping("/agreements/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_AGREEMENTS);
        return one(id, request, false);
    }

    @GetMapping("/agreements/{id}/end")
    ModelAndView askEnd(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_AGREEMENTS);
        return one(id, request, true);
    }

    private ModelAndView one(UUID id, HttpServletRequest request, boolean ending) {
        var agreement = agreements.find(id).orElseThrow(Refused::notFound);
        var versions = agreements.versions(agreement.series());
        var people = new ArrayList<@Nullable UUID>();
        for (var each : versions) {
            people.add(each.madeBy());
            people.add(each.approvedBy());
            people.add(each.endedBy());
        }
        return Pages.page(
                "access/agreement/one",
                new AgreementPage(
                        forms.load(request),
                        agreement,
                        agreements.lines(List.of(id)).getOrDefault(id, List.of()),
                        versions,
                        names.of(people),
                        agreement.madeBy().equals(access.actor().id()),
                        ending,
                        clock.instant()));
    }

    @GetMapping("/agreements/new")
    ModelAndView ask(
            @RequestParam(required = false) @Nullable UUID agency,
            @RequestParam(required = false) @Nullable UUID changes,
            HttpServletRequest request) {
        access.require(Permission.MANAGE_AGREEMENTS);
        var changed = changes == null ? null : agreements.find(changes).orElseThrow(Refused::notFound);
        var form = forms.load(request).or(changed == null ? fresh(agency) : known(changed));
        return Pages.page(
                "access/agreement/new",
                new NewAgreementPage(
                        form,
                        changed,
                        agreements.agencies(),
                        agreements.roles(),
                        agreements.bases("basis"),
                        agreements.bases("condition"),
                        agreements.sections(false),
                        agreements.sections(true)));
    }

    private Map<String, String> fresh(@Nullable UUID agency) {
        var known = new HashMap<String, String>(Map.of("daysAfter", "28"));
        if (agency == null) return known;
        known.put("agency", agency.toString());
        known.putAll(agreements.usual(agency));
        return known;
    }

    private Map<String, String> known(Agreement changed) {
        var known = new HashMap<String, String>(Map.of(
                "agency", changed.agency().toString(),
                "title", changed.title(),
                "purpose", changed.purpose(),
                "basis", changed.lawfulBasis(),
                "condition", changed.condition() == null ? "" : changed.condition(),
                "daysAfter", Integer.toString(changed.daysAfter())));
        for (var line : agreements.lines(List.of(changed.id())).getOrDefault(changed.id(), List.of())) {
            known.put("section-" + line.section(), line.everyChild() ? "every-child" : "involved");
            if (line.role() != null) known.put("role", line.role());
        }
        return known;
    }

    @PostMapping("/agreements")
    ModelAndView propose(@RequestParam Map<String, String> fields) {
        access.require(Permission.MANAGE_AGREEMENTS);
        var sections = new LinkedHashMap<>(agreements.sections(false));
        sections.putAll(agreements.sections(true));
        var highRisk = agreements.sections(true).keySet();
        var proposal = ProposalForm.read(fields, sections.keySet(), highRisk, London.date(clock.instant()));
        var id = Ids.next();
        agreements.propose(id, proposal);
        return Pages.done(
                "/agreements/" + id, "The agreement is proposed. It shares nothing until somebody else approves it");
    }

    @PostMapping("/agreements/{id}/decision")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        var actor = access.require(Permission.MANAGE_AGREEMENTS);
        var agreement = agreements.find(id).orElseThrow(Refused::notFound);
        var approve = decision.equals("approved");
        if (!approve && !decision.equals("refused")) throw new Refused("Choose whether you approve it", "decision");
        if (agreement.madeBy().equals(actor.id()))
            throw new Refused("You proposed this. Ask somebody else who manages agreements to approve it", "decision");
        if (!approve && reason.isBlank()) throw new Refused("Say why you refuse it", "reason");
        if (!agreements.decide(id, approve, approve ? null : reason.strip()))
            throw new Refused("Somebody has decided this already", "decision");
        return Pages.done("/agreements/" + id, approve ? "The agreement is approved" : "The agreement is refused");
    }

    @PostMapping("/agreements/{id}/end")
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        access.require(Permission.MANAGE_AGREEMENTS);
        if (agreements.find(id).isEmpty()) throw Refused.notFound();
        if (reason.isBlank()) throw new Refused("Say why the agreement ends", "reason");
        if (!agreements.end(id, reason.strip())) throw new Refused("This agreement shares nothing any more", "reason");
        return Pages.done("/agreements/" + id, "The agreement has ended. The agency's next request sees nothing by it");
    }

    @GetMapping("/agreements/agencies/{agency}")
    ModelAndView agency(@PathVariable UUID agency) {
        access.require(Permission.MANAGE_AGREEMENTS);
        var name = agreements.agencies().get(agency.toString());
        if (name == null) throw Refused.notFound();
        var inForce = agreements.all().stream()
                .filter(each -> each.agency().equals(agency) && each.standing() == Agreement.Standing.IN_FORCE)
                .toList();
        var lines = agreements.lines(inForce.stream().map(Agreement::id).toList());
        var rows = new ArrayList<AgencySightPage.Row>();
        var withheld = new LinkedHashMap<>(agreements.sections(false));
        withheld.putAll(agreements.sections(true));
        for (var each : inForce) {
            for (var line : lines.getOrDefault(each.id(), List.of())) {
                rows.add(new AgencySightPage.Row(line.title(), line.who(), line.covers(), each.title()));
                withheld.remove(line.section());
            }
        }
        return Pages.page(
                "access/agreement/agency",
                new AgencySightPage(agency, name, rows, List.copyOf(withheld.values()), inForce));
    }
}
