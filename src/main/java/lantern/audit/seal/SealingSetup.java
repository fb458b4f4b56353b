package lantern.audit.seal;

import java.time.Clock;
import java.util.HashMap;
import javax.sql.DataSource;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.LedgerFiles;
import lantern.audit.head.SealingKey;
import lantern.platform.data.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Every instance seals; the lock in the database leaves one at a time. {@code lantern.sealing.enabled=false} is for tests that seal by hand. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "lantern.sealing.enabled", matchIfMissing = true)
class SealingSetup {
    @Bean
    Sealing sealing(@Qualifier("sealer") DataSource database, DataFolder data, Clock clock, Environment environment) {
        var named = new HashMap<String, String>();
        named.put("LANTERN_LEDGER_KEY", given(environment.getProperty("lantern.ledger.key")));
        named.put("LANTERN_LEDGER_HEADS", given(environment.getProperty("lantern.ledger.heads")));
        var files = LedgerFiles.of(data, named);
        var sealer = new Sealer(
                database, SealingKey.at(files.key()), new HeadsFile(files.heads()), clock, Sealer.MOST_ENTRIES);
        return new Sealing(sealer);
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
