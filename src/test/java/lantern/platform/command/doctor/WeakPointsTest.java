package lantern.platform.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** What is weak is said in a line that says what to do. */
class WeakPointsTest {
    private static final Map<String, String> SOUND = Map.of(
            "LANTERN_DATABASE_URL", "jdbc:postgresql://db.example:5432/lantern?sslmode=verify-full",
            "LANTERN_APP_PASSWORD", "q8Zr2mVx7LpTn4Wd",
            "LANTERN_MIGRATOR_PASSWORD", "h5Yc9KsBf3JgRu6A",
            "LANTERN_SEALER_PASSWORD", "e7Ni1XwQv8DoMz2C",
            "LANTERN_SYSTEM_SECRET", "p4Gt6HbJk9LmNv3RsWxYz2Ac5Ed8Ff1Q",
            "LANTERN_PUBLIC_URL", "https://lantern.example.gov.uk",
            "LANTERN_TRUSTED_PROXY", "10.0.0.4");

    @Test
    void sound_settings_are_said_to_be_well() {
        assertThat(SettingChecks.of(SOUND)).allMatch(Finding::well);
        assertThat(SettingChecks.of(Map.of())).allMatch(Finding::well);
    }

    @Test
    void no_tls_no_proxy_guessable_and_shared_secrets_and_an_open_address_are_wrong() {
        assertThat(wrong("LANTERN_PUBLIC_URL", "http://lantern.example"))
                .singleElement()
                .asString()
                .contains("https");
        assertThat(wrong("LANTERN_TRUSTED_PROXY", ""))
                .singleElement()
                .asString()
                .contains("proxy");
        assertThat(wrong("LANTERN_SYSTEM_SECRET", "passwordpasswordpasswordpassword"))
                .singleElement()
                .asString()
                .contains("guessed");
        assertThat(wrong(
                        "LANTERN_SEALER_PASSWORD", java.util.Objects.requireNonNull(SOUND.get("LANTERN_APP_PASSWORD"))))
                .singleElement()
                .asString()
                .contains("the same as another");
        assertThat(wrong("LANTERN_BIND", "0.0.0.0")).singleElement().asString().contains("every address");
    }

    private static List<String> wrong(String name, String value) {
        var settings = new HashMap<>(SOUND);
        settings.put(name, value);
        return SettingChecks.of(settings).stream()
                .filter(it -> !it.well())
                .map(Finding::said)
                .toList();
    }

    @Test
    void accounts_and_tokens_that_somebody_should_look_at_are_counted_and_nobody_is_named() {
        var database = TestDatabase.fresh();
        assertThat(AccountChecks.of(database.settings(), Clock.systemUTC()))
                .hasSize(5)
                .allMatch(Finding::well);
        var at = Clock.systemUTC().instant();
        var long_ = Instant.parse("2015-01-01T00:00:00Z");
        var setup = new Setup(database.owner(), SystemSecret.of(TestDatabase.folder()));
        var authority = setup.authority("weakshire", "Weakshire", long_);
        var children = setup.agency(authority, "children", "children", "Weakshire children's services");
        var person = setup.person(authority, "Pat", "pat@weakshire.example", long_);
        setup.post(authority, person, children, null, "hub-worker", long_);
        database.owner().sql("update access.person set state = 'active'").update();
        var client = setup.client(authority, children, "Old system", "client", long_);
        setup.token(authority, client, List.of("children:read"), null, at.minus(Duration.ofDays(900)));
        assertThat(AccountChecks.of(database.settings(), Clock.systemUTC()).stream()
                        .filter(it -> !it.well())
                        .map(Finding::said))
                .hasSize(4)
                .allMatch(it -> it.startsWith("1 "))
                .noneMatch(it -> it.contains("Pat"));
    }
}
