package lantern.access;

import java.nio.charset.StandardCharsets;
import lantern.platform.CannotRun;
import lantern.platform.data.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the secret behind the system tokens comes from: LANTERN_SYSTEM_SECRET, or a file in the data folder. Never the database. */
@Configuration(proxyBeanMethods = false)
public class SystemSecret {
    private static final String VARIABLE = "LANTERN_SYSTEM_SECRET";

    @Bean
    SystemTokens systemTokens(ObjectProvider<DataFolder> folder) {
        var environment = System.getenv().getOrDefault(VARIABLE, "");
        if (!environment.isBlank()) return of(environment);
        var data = folder.getIfAvailable();
        if (data == null)
            throw new CannotRun(VARIABLE
                    + " is not set: use at least 32 random characters, for example from: openssl rand -base64 32");
        return of(data);
    }

    /** The tokens of the environment's secret, or of the data folder's. */
    public static SystemTokens of(DataFolder data) {
        var environment = System.getenv().getOrDefault(VARIABLE, "");
        return of(environment.isBlank() ? data.secret("system-tokens") : environment);
    }

    private static SystemTokens of(String secret) {
        if (secret.length() < 32) throw new CannotRun(VARIABLE + " is too short: use at least 32 random characters");
        return new SystemTokens(secret.getBytes(StandardCharsets.UTF_8));
    }
}
