package lantern.audit.seal;

import java.time.Clock;
import javax.sql.DataSource;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.LedgerFiles;
import lantern.audit.head.SealingKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every instance seals; the lock in the database leaves one at a time. {@code lantern.sealing.enabled=false} is for tests that seal by hand. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "lantern.sealing.enabled", matchIfMissing = true)
class SealingSetup {
    @Bean
    Sealing sealing(@Qualifier("sealer") DataSource database, LedgerFiles files, Clock clock) {
        var sealer = new Sealer(
                database, SealingKey.at(files.key()), new HeadsFile(files.heads()), clock, Sealer.MOST_ENTRIES);
        return new Sealing(sealer);
    }
}
