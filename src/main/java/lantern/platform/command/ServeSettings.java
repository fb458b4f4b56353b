package lantern.platform.command;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantern.platform.CannotRun;
import lantern.platform.postgres.DatabaseSettings;

/** What production needs to be told, and what it refuses to run with. */
public final class ServeSettings {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]+");
    private static final Pattern NEAR = Pattern.compile("jdbc:postgresql://(localhost|127\\.0\\.0\\.1|\\[::1])[:/].*");
    private static final Pattern ENCRYPTED = Pattern.compile(".*[?&]sslmode=(require|verify-ca|verify-full)(&.*)?");

    private ServeSettings() {}

    public static Map<String, Object> properties(Map<String, String> environment, int port) {
        var database = DatabaseSettings.outside(environment);
        if (database.admin() != null) {
            throw new CannotRun("LANTERN_ADMIN_USER is for ./lantern migrate only:"
                    + " unset it, so that the server never holds an administrator's password.");
        }
        if (!NEAR.matcher(database.url()).matches()
                && !ENCRYPTED.matcher(database.url()).matches()) {
            throw new CannotRun("LANTERN_DATABASE_URL goes over the network unencrypted: add sslmode=verify-full.");
        }
        var properties = new HashMap<String, Object>(SignInSettings.properties(environment));
        properties.putAll(Map.of(
                "server.port",
                port,
                "server.address",
                environment.getOrDefault("LANTERN_BIND", "127.0.0.1"),
                "server.forward-headers-strategy",
                "native",
                "server.tomcat.remoteip.internal-proxies",
                proxies(environment),
                "server.tomcat.remoteip.remote-ip-header",
                "x-forwarded-for",
                "server.tomcat.remoteip.protocol-header",
                "x-forwarded-proto",
                "lantern.public-url",
                publicUrl(environment),
                // accounts with their codes on the sign-in page are for the demo, whatever the environment says
                "lantern.demo",
                "false"));
        return properties;
    }

    private static String publicUrl(Map<String, String> environment) {
        var url = environment.getOrDefault("LANTERN_PUBLIC_URL", "");
        try {
            var uri = URI.create(url);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new CannotRun("LANTERN_PUBLIC_URL must be the https address that people type,"
                + " for example https://lantern.example.gov.uk");
    }

    /** Whose X-Forwarded headers are believed: everyone else's address is the one they connect from. */
    private static String proxies(Map<String, String> environment) {
        var given = environment.getOrDefault("LANTERN_TRUSTED_PROXY", "");
        var addresses = Arrays.stream(given.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        if (addresses.isEmpty()
                || !addresses.stream().allMatch(it -> ADDRESS.matcher(it).matches())) {
            throw new CannotRun("LANTERN_TRUSTED_PROXY must be the address of the proxy that ends TLS, for example"
                    + " 127.0.0.1 (several with commas): without it Lantern cannot tell who connects, or whether"
                    + " securely.");
        }
        return addresses.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
