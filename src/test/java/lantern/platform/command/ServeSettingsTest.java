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
}
