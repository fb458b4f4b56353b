package lantern.audit.head;

import java.util.HashMap;
import lantern.platform.data.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class LedgerFilesSetup {
    @Bean
    LedgerFiles ledgerFiles(DataFolder data, Environment environment) {
        var named = new HashMap<String, String>();
        named.put("LANTERN_LEDGER_KEY", given(environment.getProperty("lantern.ledger.key")));
        named.put("LANTERN_LEDGER_HEADS", given(environment.getProperty("lantern.ledger.heads")));
        return LedgerFiles.of(data, named);
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
