package lantern.audit.head;

import java.nio.file.Path;
import java.util.Map;
import lantern.platform.data.DataFolder;

/**
 * Where the ledger's two things outside the database are: the signing key and the folder of heads. In the data folder unless {@code LANTERN_LEDGER_KEY}
 * and {@code LANTERN_LEDGER_HEADS} say otherwise; heads on a disk that the database's administrators cannot write are worth more.
 */
public record LedgerFiles(Path key, Path heads) {
    public static LedgerFiles of(DataFolder data, Map<String, String> environment) {
        var key = environment.getOrDefault("LANTERN_LEDGER_KEY", "");
        var heads = environment.getOrDefault("LANTERN_LEDGER_HEADS", "");
        return new LedgerFiles(
                key.isBlank() ? data.secrets().resolve("ledger-key.pem") : Path.of(key),
                heads.isBlank() ? data.path().resolve("ledger-heads") : Path.of(heads));
    }
}
