package lantern.platform.command.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantern.platform.CannotRun;
import lantern.platform.command.SignInSettings;

/** How people sign in: whether the settings make sense, and whether the organisation's identity provider answers from here. */
final class SignInChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SignInChecks() {}

    static List<Finding> of(Map<String, String> environment) {
        var findings = new ArrayList<Finding>();
        try {
            var properties = SignInSettings.properties(environment);
            if (properties.get("lantern.oidc.issuer") instanceof String issuer) findings.add(provider(issuer));
            else findings.add(Finding.well("People sign in with accounts of Lantern's own"));
            findings.add(Finding.well(
                    properties.containsKey("lantern.breached-passwords")
                            ? "New passwords are looked up in " + properties.get("lantern.breached-passwords")
                            : "New passwords are looked up in Lantern's own list of common ones"
                                    + " (LANTERN_BREACHED_PASSWORDS adds a list of stolen ones)"));
        } catch (CannotRun e) {
            findings.add(Finding.wrong(String.valueOf(e.getMessage())));
        }
        return findings;
    }

    static Finding provider(String issuer) {
        var address = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
        var wrong = "The identity provider " + issuer + " does not answer at " + address
                + ": nobody can sign in. Check LANTERN_OIDC_ISSUER and this machine's way to it.";
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            var itself = answer.statusCode() == 200 && answer.body().contains("\"" + issuer + "\"");
            return Finding.of(itself, "People sign in with the identity provider " + issuer + ", which answers", wrong);
        } catch (IOException | IllegalArgumentException e) {
            return Finding.wrong(wrong);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.wrong(wrong);
        }
    }
}
