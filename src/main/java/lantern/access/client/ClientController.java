package lantern.access.client;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.people.People;
import lantern.calendar.London;
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

/** Connected systems: who they are and how many calls they may make. Their tokens: {@link TokenController}. */
@Controller
@Transactional
class ClientController {
    static final int SOON_DAYS = 30;

    private final Access access;
    private final Clients clients;
    private final People people;
    private final Names names;
    private final Forms forms;
    private final Clock clock;

    ClientController(Access access, Clients clients, People people, Names names, Forms forms, Clock clock) {
        this.access = access;
        this.clients = clients;
        this.people = people;
        this.names = names;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/clients")
    ModelAndView all() {
        var actor = access.require(Permission.MANAGE_TOKENS);
        var now = clock.instant();
        var found = clients.all();
        var called = names.of(found.stream().map(Clients.Client::agency).toList());
        return Pages.page(
                "access/client/list",
                new ClientsPage(
                        found.stream().map(each -> row(each, called, now)).toList(),
                        actor.may(Permission.MANAGE_PEOPLE)));
    }

    private static ClientsPage.Row row(Clients.Client each, Names.Called called, Instant now) {
        var valid = each.tokens().stream().filter(token -> token.valid(now)).toList();
        var may = new TreeSet<String>();
        valid.forEach(token -> may.addAll(token.scopes()));
        var used = each.tokens().stream()
                .map(Clients.Token::used)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        // One that never expires outlasts the others: no day to show.
        var last = valid.stream().anyMatch(token -> token.expires() == null)
                ? null
                : valid.stream()
                        .map(Clients.Token::expires)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        var soon = last != null && last.isBefore(now.plusSeconds(SOON_DAYS * 86_400L));
        return new ClientsPage.Row(
                each.id(),
                each.name(),
                String.valueOf(called.name(each.agency())),
                may.isEmpty() ? "Nothing" : String.join(", ", may),
                valid.isEmpty()
                        ? "No valid token"
                        : last == null
                                ? "Never expires"
                                : (soon ? "Expires soon: " : "Until ") + London.day(London.date(last)),
                valid.isEmpty() ? "grey" : last == null || soon ? "yellow" : "green",
                used.map(at -> London.ago(at, now)).orElse("Never"));
    }

    @GetMapping("/clients/new")
    ModelAndView askNew(HttpServletRequest request) {
        var actor = access.require(Permission.MANAGE_TOKENS);
        var agencies = own(actor) == null ? people.agencies(null) : Map.<String, String>of();
        return Pages.page(
                "access/client/form",
                new ClientForm(forms.load(request), null, agencies, clients.usualLimit(), "/clients"));
    }

    @PostMapping("/clients")
    ModelAndView add(@RequestParam Map<String, String> typed) {
        var actor = access.require(Permission.MANAGE_TOKENS);
        var errors = new FormErrors();
        var agency = own(actor);
        if (agency == null) {
            try {
                agency = UUID.fromString(typed.getOrDefault("agency", ""));
            } catch (IllegalArgumentException e) {
                errors.add("agency", "Choose whose system it is");
            }
        }
        var name = name(typed, errors);
        var limit = limit(typed, errors);
        errors.throwIfAny();
        var id = Ids.next();
        clients.keep(id, agency, name, limit);
        return Pages.done("/clients/" + id, "The system was added. It can do nothing until it has a token");
    }

    @GetMapping("/clients/{id}")
    ModelAndView one(@PathVariable UUID id) {
        access.require(Permission.MANAGE_TOKENS);
        var client = clients.find(id).orElseThrow(Refused::notFound);
        var now = clock.instant();
        return Pages.page(
                "access/client/one",
                new ClientPage(
                        id,
                        client.name(),
                        String.valueOf(names.of(List.of(client.agency())).name(client.agency())),
                        client.perMinute() + " calls a minute" + (client.ownLimit() ? "" : ", as every system"),
                        client.refusedAt() == null
                                ? "Never held back"
                                : client.refused() + " calls were held back, the last "
                                        + London.ago(client.refusedAt(), now),
                        client.tokens().stream().map(token -> row(token, now)).toList()));
    }

    private static ClientPage.Row row(Clients.Token token, Instant now) {
        var valid = token.valid(now);
        var soon = valid && token.expires() != null && token.expires().isBefore(now.plusSeconds(SOON_DAYS * 86_400L));
        return new ClientPage.Row(
                token.scopes(),
                token.revoked() != null ? "Revoked" : valid ? soon ? "Expires soon" : "Valid" : "Expired",
                !valid ? "grey" : soon || token.expires() == null ? "yellow" : "green",
                London.day(London.date(token.created())),
                token.revoked() != null
                        ? "Revoked " + London.day(London.date(token.revoked()))
                        : token.expires() == null ? "Never" : London.day(London.date(token.expires())),
                token.used() == null ? "Never" : London.ago(token.used(), now),
                valid ? token.id() : null);
    }

    @GetMapping("/clients/{id}/limit")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.MANAGE_TOKENS);
        var client = clients.find(id).orElseThrow(Refused::notFound);
        var known = Map.of("name", client.name(), "limit", client.ownLimit() ? String.valueOf(client.perMinute()) : "");
        return Pages.page(
                "access/client/form",
                new ClientForm(
                        forms.load(request).or(known),
                        id,
                        Map.of(),
                        clients.usualLimit(),
                        "/clients/" + id + "/limit"));
    }

    @PostMapping("/clients/{id}/limit")
    ModelAndView change(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.MANAGE_TOKENS);
        if (clients.find(id).isEmpty()) throw Refused.notFound();
        var errors = new FormErrors();
        var name = name(typed, errors);
        var limit = limit(typed, errors);
        errors.throwIfAny();
        clients.keep(id, null, name, limit);
        return Pages.done("/clients/" + id, "Saved");
    }

    private static String name(Map<String, String> typed, FormErrors errors) {
        var name = typed.getOrDefault("name", "").strip();
        errors.addIf(name.isEmpty(), "name", "Enter what it is called in the ledger")
                .addIf(name.length() > 200, "name", "Use at most 200 characters");
        return name;
    }

    private static @Nullable Integer limit(Map<String, String> typed, FormErrors errors) {
        var limit = typed.getOrDefault("limit", "").strip();
        if (limit.isEmpty()) return null;
        if (limit.matches("[1-9]\\d{0,4}|100000")) return Integer.valueOf(limit);
        errors.add("limit", "Enter a number from 1 to 100000, or nothing");
        return null;
    }

    private static @Nullable UUID own(Actor actor) {
        return actor.may(Permission.MANAGE_ALL_AGENCIES) ? null : actor.agencyOrRefuse();
    }
}
