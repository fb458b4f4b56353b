package lantern.platform.command.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lantern.platform.CannotRun;
import lantern.platform.command.ServeSettings;
import lantern.platform.postgres.DatabaseSettings;

/** The settings that {@code ./lantern serve} would start with: what it refuses, and what it starts with though it is weak. */
final class SettingChecks {
    private static final int ANY_PORT = 8080;
    private static final List<String> PASSWORDS = List.of(
            "LANTERN_APP_PASSWORD", "LANTERN_MIGRATOR_PASSWORD", "LANTERN_SEALER_PASSWORD", "LANTERN_SYSTEM_SECRET");

    private SettingChecks() {}

    static List<Finding> of(Map<String, String> environment) {
        if (!DatabaseSettings.isOutside(environment))
            return List.of(
                    Finding.well(
                            "No LANTERN_DATABASE_URL: this is a demo's installation, which serves on 127.0.0.1 only and without TLS"));
        var findings = new ArrayList<Finding>();
        try {
            var serving = ServeSettings.properties(environment, ANY_PORT);
            findings.add(
                    Finding.well(
                            "Served at " + serving.get("lantern.public-url")
                                    + " by TLS through a proxy that is named; cookies are Secure, HttpOnly, SameSite and bound to this host"));
        } catch (CannotRun e) {
            findings.add(Finding.wrong("./lantern serve would refuse: " + e.getMessage()));
        }
        findings.add(secrets(environment));
        var address = environment.getOrDefault("LANTERN_BIND", "127.0.0.1");
        findings.add(Finding.of(
                !address.equals("0.0.0.0") && !address.equals("::"),
                "Listens on " + address,
                "Listens on every address of this machine (LANTERN_BIND=" + address
                        + "): bind to the address that the proxy uses, so that nobody passes it by"));
        var provider = environment.getOrDefault("LANTERN_OIDC_ISSUER", "");
        findings.add(Finding.well(
                provider.isEmpty()
                        ? "People sign in with local accounts; an organisation with an identity provider of its own should use that (LANTERN_OIDC_ISSUER)"
                        : "People sign in through " + provider));
        return findings;
    }

    private static Finding secrets(Map<String, String> environment) {
        var seen = new HashSet<String>();
        var weak = new ArrayList<String>();
        for (var name : PASSWORDS) {
            var value = environment.getOrDefault(name, "");
            if (value.isEmpty()) continue;
            if (!seen.add(value)) weak.add(name + " is the same as another secret");
            // serve itself refuses the others
            else if (name.equals("LANTERN_SYSTEM_SECRET")
                    && (value.chars().distinct().count() < 8
                            || value.toLowerCase(java.util.Locale.ROOT).contains("password")))
                weak.add(name + " can be guessed");
        }
        return Finding.of(
                weak.isEmpty(),
                "Passwords and secrets of the settings are long and differ from each other",
                String.join("; ", weak) + ": make new ones, for example with openssl rand -base64 32");
    }
}
