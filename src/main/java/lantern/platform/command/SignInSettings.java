package lantern.platform.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lantern.platform.CannotRun;

/**
 * How people sign in: with accounts of Lantern's own, or, when LANTERN_OIDC_ISSUER is set, only with their organisation's account. And
 * the file of breached passwords. docs/guides/operate.md lists all of it.
 */
public final class SignInSettings {
    private static final Pattern SECOND_FACTOR = Pattern.compile("enforced|(acr|amr):[^\\s,]+(,[^\\s,]+)*");

    private SignInSettings() {}

    /** Refuses what would leave the door open or let nobody in, by the name of the setting. */
    public static Map<String, Object> properties(Map<String, String> environment) {
        var properties = new HashMap<String, Object>();
        var breached = environment.getOrDefault("LANTERN_BREACHED_PASSWORDS", "");
        if (!breached.isBlank()) {
            if (!Files.isReadable(Path.of(breached)))
                throw new CannotRun("LANTERN_BREACHED_PASSWORDS is " + breached + ", which cannot be read:"
                        + " give the file of SHA-1 hashes in order, or unset it.");
            properties.put("lantern.breached-passwords", breached);
        }
        var issuer = environment.getOrDefault("LANTERN_OIDC_ISSUER", "");
        if (issuer.isBlank()) {
            environment.keySet().stream()
                    .filter(it -> it.startsWith("LANTERN_OIDC_"))
                    .findFirst()
                    .ifPresent(it -> {
                        throw new CannotRun(
                                it + " is set without LANTERN_OIDC_ISSUER: set the issuer too, or unset it.");
                    });
            return properties;
        }
        properties.put("lantern.oidc.issuer", issuer(issuer));
        properties.put("lantern.oidc.client-id", given(environment, "LANTERN_OIDC_CLIENT_ID", 1));
        properties.put("lantern.oidc.client-secret", given(environment, "LANTERN_OIDC_CLIENT_SECRET", 16));
        properties.put("lantern.oidc.name", given(environment, "LANTERN_OIDC_NAME", 2));
        properties.put("lantern.oidc.second-factor", secondFactor(environment));
        optional(environment, "LANTERN_OIDC_SCOPES", "lantern.oidc.scopes", properties);
        optional(environment, "LANTERN_OIDC_EMAIL_CLAIM", "lantern.oidc.email-claim", properties);
        return properties;
    }

    private static String issuer(String issuer) {
        try {
            var uri = URI.create(issuer);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getQuery() == null) return issuer;
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new CannotRun(
                "LANTERN_OIDC_ISSUER must be the https address of your identity provider exactly as it names itself,"
                        + " for example https://login.example.gov.uk/realms/staff");
    }

    private static String given(Map<String, String> environment, String name, int shortest) {
        var value = environment.getOrDefault(name, "");
        if (value.strip().length() < shortest)
            throw new CannotRun(name + " must be set when LANTERN_OIDC_ISSUER is"
                    + (shortest > 2 ? ", with " + shortest + " characters or more." : "."));
        return value.strip();
    }

    private static String secondFactor(Map<String, String> environment) {
        var value = environment.getOrDefault("LANTERN_OIDC_SECOND_FACTOR", "").strip();
        if (SECOND_FACTOR.matcher(value).matches()) return value;
        throw new CannotRun(
                "LANTERN_OIDC_SECOND_FACTOR must say how your provider tells that a second factor was used: amr:mfa"
                        + " (several with commas), acr:VALUE, or enforced when it lets nobody in without one.");
    }

    private static void optional(
            Map<String, String> environment, String name, String property, Map<String, Object> properties) {
        var value = environment.getOrDefault(name, "").strip();
        if (!value.isEmpty()) properties.put(property, value);
    }
}
