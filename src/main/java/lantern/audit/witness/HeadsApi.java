package lantern.audit.witness;

import java.time.Clock;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.LedgerFiles;
import lantern.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A witness fetches the heads it does not hold yet, and says which it holds. */
@RestController
@Transactional
class HeadsApi {
    private final Access access;
    private final Witnesses witnesses;
    private final LedgerFiles files;
    private final Clock clock;

    HeadsApi(Access access, Witnesses witnesses, LedgerFiles files, Clock clock) {
        this.access = access;
        this.witnesses = witnesses;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/v1/ledger/heads")
    Heads.Published heads(@RequestParam(defaultValue = "0") long after) {
        var actor = access.require(Permission.READ_HEADS);
        witnesses.fetching(clock.instant());
        var keys = new HeadsFile(files.heads()).keys().values();
        return Heads.of(actor.authorityCode(), witnesses.headsAfter(after), keys);
    }

    /** The last head that a witness holds, with its hash: SHA-256 over the promise and the signature's hex. */
    record Holding(long number, String hash) {}

    record Receipt(UUID witness, long number, boolean agrees) {}

    @PostMapping("/api/v1/ledger/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt receipt(@RequestBody Holding holding) {
        access.require(Permission.READ_HEADS);
        if (!holding.hash().matches("[0-9a-f]{64}")) throw new Refused("Give the head's hash as 64 hex digits", "hash");
        var now = clock.instant();
        var witness = witnesses.fetching(now);
        var ours = witnesses.headsAfter(holding.number() - 1).stream()
                .filter(head -> head.number() == holding.number())
                .findFirst();
        var agrees = ours.isPresent() && ours.get().hash().equals(holding.hash());
        witnesses.answered(witness, holding.number(), holding.hash(), agrees, "", now, now);
        return new Receipt(witness, holding.number(), agrees);
    }
}
