package lantern.access.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FormErrors;
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
class AgencyController {
    private final Access access;
    private final Agencies agencies;
    private final Forms forms;

    AgencyController(Access access, Agencies agencies, Forms forms) {
        this.access = access;
        this.agencies = agencies;
        this.forms = forms;
    }

    @GetMapping("/agencies")
    ModelAndView all() {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var rows = agencies.all(own(actor)).stream().map(AgencyController::row).toList();
        return Pages.page(
                "access/agency/agencies",
                new AgenciesPage(rows, own(actor) == null, actor.may(Permission.MANAGE_TOKENS)));
    }

    private static AgenciesPage.Row row(Agencies.Agency each) {
        return new AgenciesPage.Row(
                each.id(),
                each.name(),
                Agencies.KINDS.getOrDefault(each.kind(), each.kind()),
                each.code(),
                people(each.people()),
                each.ended(),
                each.teams().stream()
                        .map(team ->
                                new AgenciesPage.TeamRow(team.id(), team.name(), people(team.people()), team.ended()))
                        .toList());
    }

    private static String people(long count) {
        return count == 0 ? "Nobody" : count == 1 ? "1 person" : count + " people";
    }

    private static @Nullable UUID own(Actor actor) {
        return actor.may(Permission.MANAGE_ALL_AGENCIES) ? null : actor.agencyOrRefuse();
    }

    @GetMapping("/agencies/new")
    ModelAndView askNew(HttpServletRequest request) {
        access.require(Permission.MANAGE_ALL_AGENCIES);
        return Pages.page(
                "access/agency/name",
                new NamePage(forms.load(request), "Add an agency", null, Agencies.KINDS, "/agencies", null, ""));
    }

    @PostMapping("/agencies")
    ModelAndView add(@RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_ALL_AGENCIES);
        var code = typed.getOrDefault("code", "").strip();
        var kind = typed.getOrDefault("kind", "");
        var errors = new FormErrors()
                .addIf(
                        !code.matches("[a-z][a-z0-9-]{1,40}"),
                        "code",
                        "Use 2 to 41 small letters, digits and hyphens, such as police")
                .addIf(!Agencies.KINDS.containsKey(kind), "kind", "Choose what kind of agency it is");
        agencies.keep(Ids.next(), code, kind, name(typed, errors));
        return Pages.done("/agencies", "The agency was added");
    }

    @GetMapping("/agencies/{id}")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_ALL_AGENCIES);
        var agency = agencies.agency(id).filter(each -> !each.ended()).orElseThrow(Refused::notFound);
        return Pages.page(
                "access/agency/name",
                new NamePage(
                        forms.load(request).or(Map.of("name", agency.name())),
                        "Rename or end an agency",
                        agency.name(),
                        Map.of(),
                        "/agencies/" + id,
                        "/agencies/" + id + "/ending",
                        "An agency ends when nobody has a post in it and it has no team and no connected system. What it recorded stays."));
    }

    @PostMapping("/agencies/{id}")
    ModelAndView rename(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_ALL_AGENCIES);
        var agency = agencies.agency(id).filter(each -> !each.ended()).orElseThrow(Refused::notFound);
        agencies.keep(id, agency.code(), agency.kind(), name(typed, new FormErrors()));
        return Pages.done("/agencies", "The agency was renamed");
    }

    @PostMapping("/agencies/{id}/ending")
    ModelAndView end(@PathVariable UUID id) {
        access.require(Permission.MANAGE_ALL_AGENCIES);
        agencies.end(id);
        return Pages.done("/agencies", "The agency has ended");
    }

    @GetMapping("/agencies/{id}/teams/new")
    ModelAndView askTeam(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_PEOPLE);
        var agency = agencies.agency(id).filter(each -> !each.ended()).orElseThrow(Refused::notFound);
        return Pages.page(
                "access/agency/name",
                new NamePage(
                        forms.load(request),
                        "Add a team",
                        agency.name(),
                        Map.of(),
                        "/agencies/" + id + "/teams",
                        null,
                        ""));
    }

    @PostMapping("/agencies/{id}/teams")
    ModelAndView addTeam(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_PEOPLE);
        agencies.keepTeam(Ids.next(), id, name(typed, new FormErrors()));
        return Pages.done("/agencies", "The team was added");
    }

    @GetMapping("/teams/{id}")
    ModelAndView askTeamName(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_PEOPLE);
        var team = agencies.team(id)
                .filter(each -> !each.ended()
                        && List.of(each.agency()).contains(own(actor) == null ? each.agency() : own(actor)))
                .orElseThrow(Refused::notFound);
        return Pages.page(
                "access/agency/name",
                new NamePage(
                        forms.load(request).or(Map.of("name", team.name())),
                        "Rename or end a team",
                        team.name(),
                        Map.of(),
                        "/teams/" + id,
                        "/teams/" + id + "/ending",
                        "A team ends when nobody has a post in it and no child is allocated to it. What it recorded stays."));
    }

    @PostMapping("/teams/{id}")
    ModelAndView renameTeam(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_PEOPLE);
        var team = agencies.team(id).orElseThrow(Refused::notFound);
        agencies.keepTeam(id, team.agency(), name(typed, new FormErrors()));
        return Pages.done("/agencies", "The team was renamed");
    }

    @PostMapping("/teams/{id}/ending")
    ModelAndView endTeam(@PathVariable UUID id) {
        access.require(Permission.MANAGE_PEOPLE);
        agencies.endTeam(id);
        return Pages.done("/agencies", "The team has ended");
    }

    private static String name(Map<String, String> typed, FormErrors errors) {
        var name = typed.getOrDefault("name", "").strip();
        errors.addIf(name.isEmpty(), "name", "Enter a name")
                .addIf(name.length() > 200, "name", "Use at most 200 characters")
                .throwIfAny();
        return name;
    }
}
