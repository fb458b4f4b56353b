package lantern.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import lantern.platform.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeSettingsTest {
    private static final Map<String, String> SOUND = Map.of(
            "LANTERN_DATABASE_URL", "jdbc:postgresql://db.example:5432/lantern?sslmode=verify-full",
            "LANTERN_APP_PASSWORD", "q8Zr2vXn5Lw7Tk1Bd9Hs",
            "LANTERN_MIGRATOR_PASSWORD", "m3Gf6Jp0Yc4Vt8Rb2Nx",
            "LANTERN_SEALER_PASSWORD", "w7Kd1Qz5Sh9Mf3Lp6Xc",
            "LANTERN_PUBLIC_URL", "https://lantern.example.gov.uk",
            "LANTERN_TRUSTED_PROXY", "10.0.0.1");

    @Test
    void sound_settings_are_taken() {
        assertThat(ServeSettings.properties(SOUND, 8080)).containsEntry("server.port", 8080);
    }

    @ParameterizedTest
    @CsvSource({
        "LANTERN_DATABASE_URL, ''",
        "LANTERN_DATABASE_URL, jdbc:mysql://db/lantern",
        "LANTERN_DATABASE_URL, jdbc:postgresql://db.example:5432/lantern",
        "LANTERN_APP_PASSWORD, ''",
        "LANTERN_APP_PASSWORD, short",
        "LANTERN_SEALER_PASSWORD, change-me-change-me",
        "LANTERN_PUBLIC_URL, ''",
        "LANTERN_PUBLIC_URL, http://lantern.example.gov.uk",
        "LANTERN_TRUSTED_PROXY, ''",
        "LANTERN_TRUSTED_PROXY, .*",
        "LANTERN_ADMIN_USER, postgres",
    })
    void an_unsafe_setting_is_refused_by_its_name(String name, String value) {
        var settings = new HashMap<>(SOUND);
        settings.put("LANTERN_ADMIN_PASSWORD", "e5Tn8Wq2Zx6Jb0Vd4Kr");
        settings.put(name, value);
        assertThatThrownBy(() -> ServeSettings.properties(settings, 8080))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(name);
    }

    private static final Map<String, String> WITH_PROVIDER = Map.of(
            "LANTERN_OIDC_ISSUER", "https://login.example.gov.uk/staff",
            "LANTERN_OIDC_CLIENT_ID", "lantern",
            "LANTERN_OIDC_CLIENT_SECRET", "b8Vn2Xc6Mz1Lk5Jh",
            "LANTERN_OIDC_NAME", "Example Council",
            "LANTERN_OIDC_SECOND_FACTOR", "amr:mfa,hwk");

    @Test
    void an_identity_provider_is_taken_with_all_that_it_needs() {
        var settings = new HashMap<>(SOUND);
        settings.putAll(WITH_PROVIDER);
        assertThat(ServeSettings.properties(settings, 8080))
                .containsEntry("lantern.oidc.issuer", "https://login.example.gov.uk/staff")
                .containsEntry("lantern.oidc.second-factor", "amr:mfa,hwk");
        assertThat(ServeSettings.properties(SOUND, 8080)).doesNotContainKey("lantern.oidc.issuer");
    }

    @ParameterizedTest
    @CsvSource({
        "LANTERN_OIDC_ISSUER, http://login.example.gov.uk",
        "LANTERN_OIDC_ISSUER, ''",
        "LANTERN_OIDC_CLIENT_ID, ''",
        "LANTERN_OIDC_CLIENT_SECRET, short",
        "LANTERN_OIDC_NAME, ''",
        "LANTERN_OIDC_SECOND_FACTOR, ''",
        "LANTERN_OIDC_SECOND_FACTOR, 'none'",
        "LANTERN_BREACHED_PASSWORDS, /nowhere/at/all",
    })
    void an_unsafe_way_of_signing_in_is_refused_by_its_name(String name, String value) {
        var settings = new HashMap<>(SOUND);
        settings.putAll(WITH_PROVIDER);
        settings.put(name, value);
        assertThatThrownBy(() -> ServeSettings.properties(settings, 8080))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(name.equals("LANTERN_OIDC_ISSUER") ? "LANTERN_OIDC_" : name);
    }
}
