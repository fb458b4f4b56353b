package lantern.access.client;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.access.Tokens;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Form;
import lantern.platform.web.forms.FormErrors;
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

/** A token from its issue, over its renewal without a gap, to its end. */
@Controller
@Transactional
class TokenController {
    private static final int OVERLAP_DAYS = 14;

    private final Access access;
    private final Clients clients;
    private final Forms forms;
    private final Clock clock;

    TokenController(Access access, Clients clients, Forms forms, Clock clock) {
        this.access = access;
        this.clients = clients;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/tokens/new")
    ModelAndView ask(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID replaces,
            HttpServletRequest request) {
        access.require(Permission.MANAGE_TOKENS);
        var client = clients.find(id).orElseThrow(Refused::notFound);
        var old = old(client, replaces);
        var scopes = new LinkedHashMap<String, String>();
        for (var scope : clients.scopes(client.agency())) scopes.put(scope.code(), words(scope));
        var form = forms.load(request);
        if (form.fields().isEmpty())
            form = new Form(
                    Map.of(
                            "days", List.of(String.valueOf(Tokens.DAYS)),
                            "overlap", List.of(String.valueOf(OVERLAP_DAYS)),
                            "scopes", old == null ? List.of() : old.scopes()),
                    form.errors());
        return Pages.page(
                "access/client/token",
                new TokenForm(
                        form,
                        id,
                        client.name(),
                        scopes,
                        old == null
                                ? null
                                : String.join(", ", old.scopes()) + ", "
                                        + (old.expires() == null
                                                ? "never expires"
                                                : "until " + London.day(London.date(old.expires()))),
                        "/clients/" + id + "/tokens" + (old == null ? "" : "?replaces=" + old.id())));
    }

    private Clients.@Nullable Token old(Clients.Client client, @Nullable UUID replaces) {
        if (replaces == null) return null;
        return client.tokens().stream()
                .filter(token -> token.id().equals(replaces) && token.valid(clock.instant()))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static String words(Clients.Scope scope) {
        var may = scope.permissions().stream()
                .map(code -> Permission.valueOf(
                                code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                        .words())
                .collect(Collectors.joining("; "));
        return scope.code() + " (" + may + ")";
    }

    @PostMapping("/clients/{id}/tokens")
    ModelAndView issue(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID replaces,
            @RequestParam MultiValueMap<String, String> typed) {
        access.require(Permission.MANAGE_TOKENS);
        var client = clients.find(id).orElseThrow(Refused::notFound);
        var old = old(client, replaces);
        var scopes = new ArrayList<>(typed.getOrDefault("scopes", List.of()));
        var errors = new FormErrors().addIf(scopes.isEmpty(), "scopes", "Choose what it may do");
        var days = number(typed, "days", 1, Tokens.MOST_DAYS, errors);
        var overlap = old == null ? 0 : number(typed, "overlap", 0, 90, errors);
        errors.throwIfAny();
        var token = clients.issue(id, scopes, days, old == null ? null : old.id(), overlap);
        return Pages.page(
                "access/client/issued",
                new TokenPage(
                        id,
                        client.name(),
                        token,
                        London.day(London.date(clock.instant().plus(Duration.ofDays(days)))),
                        old == null
                                ? ""
                                : overlap == 0
                                        ? "The old token has stopped working."
                                        : "The old token works for " + overlap + " more days at most."));
    }

    private static int number(
            MultiValueMap<String, String> typed, String name, int least, int most, FormErrors errors) {
        var text = String.valueOf(typed.getFirst(name)).strip();
        var number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        errors.addIf(number < least || number > most, name, "Enter a number from " + least + " to " + most);
        return number;
    }

    @PostMapping("/clients/{id}/tokens/{token}/revocation")
    ModelAndView revoke(@PathVariable UUID id, @PathVariable UUID token) {
        access.require(Permission.MANAGE_TOKENS);
        clients.revoke(token);
        return Pages.done("/clients/" + id, "The token is revoked: the next call with it is refused");
    }
}
