package lantern.audit.verify;

import static lantern.audit.verify.Tampering.CUT_TAIL;
import static lantern.audit.verify.Tampering.INSERTED;
import static lantern.audit.verify.Tampering.REWRITTEN_HEAD;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import lantern.audit.head.CopiedHeads;
import lantern.audit.head.Head;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.PublishedKey;
import lantern.audit.seal.Seals;
import lantern.audit.tree.Entries;
import lantern.audit.tree.Leaves;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the ledger from its entries and holds it against the seals, their signatures and the heads outside the database. Two streams are merged, an
 * authority at a time: its seals in order and its entries in sealing order; memory is one seal's. Reads as the sealer, while Lantern runs.
 */
final class Verification {
    private static final int TOLD_EVERY = 250_000;

    private final DataSource database;
    private final HeadsFile file;
    private final CopiedHeads copied;
    private final LongConsumer progress;
    private final Map<String, PublishedKey> keys;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long entries;
    private long heads;
    private long unsealed;

    /** @param progress told the number of entries read so far, now and then */
    Verification(DataSource database, HeadsFile file, LongConsumer progress) {
        this(database, file, CopiedHeads.NONE, progress);
    }

    /** @param copied heads that somebody else kept */
    Verification(DataSource database, HeadsFile file, CopiedHeads copied, LongConsumer progress) {
        this.copied = copied;
        this.database = database;
        this.file = file;
        this.progress = progress;
        this.keys = file.keys();
    }

    Verdict run() throws SQLException {
        try (var seals = database.getConnection()) {
            // One snapshot for all seals, taken before any entry is read: then every entry they name can be seen.
            seals.setAutoCommit(false);
            seals.setReadOnly(true);
            seals.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var horizon = Seals.horizon(seals);
            for (var authority : Seals.authorities(seals).entrySet()) {
                var finding = check(seals, authority.getKey(), authority.getValue(), horizon);
                if (finding != null) findings.add(finding);
            }
            seals.rollback();
        }
        return new Verdict(entries, heads, unsealed, List.copyOf(findings), List.copyOf(notes));
    }

    private @Nullable Finding check(Connection sealing, UUID authority, String code, long horizon) throws SQLException {
        try (var reading = database.getConnection();
                var onFile = new FiledHeads(file.read(code));
                var seals = Seals.all(sealing, authority);
                var stream = Entries.of(reading, authority)) {
            var entry = stream.next();
            Head previous = null;
            while (seals.next()) {
                var head = Seals.head(seals);
                heads++;
                if (begins(head, previous)) previous = lost(code, previous, head, onFile);
                var wrong = wrongHead(code, previous, head, onFile.now());
                if (wrong != null) return wrong;
                var kept = copied.of(authority, head.number());
                if (kept != null && !kept.equals(head))
                    return wrong(code, head, head.number(), "the copied head is another");
                if (onFile.now() == null && onFile.isChanged())
                    return wrong(code, head, head.number(), "the heads file was changed");
                var now = new Leaves.Growing();
                for (; entry != null && Long.compareUnsigned(entry.xid(), head.horizon()) < 0; entry = stream.next()) {
                    now.add(entry);
                    if (++entries % TOLD_EVERY == 0) progress.accept(entries);
                }
                var sealed = new Leaves(seals.getBytes("leaves"));
                var finding = new Location(code, head, sealed, now.leaves(), id -> one(authority, id)).find();
                if (finding != null) return finding;
                previous = head;
                onFile.advance();
            }
            var filed = onFile.now();
            if (filed != null) {
                return new Finding(
                        code,
                        CUT_TAIL,
                        filed.first(),
                        filed.number(),
                        "the heads file goes on, the database ends before");
            }
            var kept = copied.last(authority);
            if (kept != null && (previous == null || previous.number() < kept.number())) {
                return new Finding(
                        code,
                        CUT_TAIL,
                        kept.first(),
                        kept.number(),
                        "the copied head goes on, the database ends before");
            }
            if (previous != null && onFile.lastNumber() < previous.number()) {
                notes.add("%s: the heads file ends with head %d of %d"
                        .formatted(code, onFile.lastNumber(), previous.number()));
            }
            for (; entry != null; entry = stream.next()) {
                if (Long.compareUnsigned(entry.xid(), horizon) < 0) {
                    return new Finding(code, INSERTED, entry.id(), 0, "it was put among entries already sealed");
                }
                unsealed++;
            }
            return null;
        }
    }

    private static boolean begins(Head head, @Nullable Head previous) {
        return head.reason() != null && head.size() == 0 && head.epoch() > (previous == null ? 1 : previous.epoch());
    }

    /** Walks over the heads that a restore lost, as far as they are on file, and answers the last of them: the new epoch continues it. */
    private @Nullable Head lost(String code, @Nullable Head previous, Head begins, FiledHeads onFile) {
        var last = previous;
        var entriesLost = 0L;
        for (var filed = onFile.now(); filed != null && filed.number() < begins.number(); filed = onFile.advance()) {
            if (wrongHead(code, last, filed, null) != null) break;
            entriesLost += filed.size();
            last = filed;
        }
        notes.add("%s: epoch %d begins with head %d; %,d entries of the heads before it were lost in a restore: %s"
                .formatted(code, begins.epoch(), begins.number(), entriesLost, begins.reason()));
        return last;
    }

    private @Nullable Finding wrongHead(String code, @Nullable Head previous, Head head, @Nullable Head filed) {
        var number = previous == null ? 1 : previous.number() + 1;
        var hash = previous == null ? Head.NONE : previous.hash();
        if (head.number() != number) return wrong(code, head, number, "head %d is missing".formatted(number));
        if (!head.previous().equals(hash)) return wrong(code, head, number, "it does not continue the head before it");
        var key = keys.get(head.key());
        if (key == null)
            return wrong(code, head, number, "its key %s is not among the published keys".formatted(head.key()));
        if (!key.signed(head)) return wrong(code, head, number, "its signature does not hold");
        if (filed != null && !filed.equals(head)) {
            return wrong(
                    code,
                    head,
                    number,
                    key.signed(filed) ? "the heads file has another" : "the heads file was changed");
        }
        return null;
    }

    private static Finding wrong(String code, Head head, long number, String how) {
        return new Finding(code, REWRITTEN_HEAD, head.first(), number, how);
    }

    private Entries.@Nullable Entry one(UUID authority, UUID id) {
        try (var connection = database.getConnection()) {
            return Entries.one(connection, authority, id);
        } catch (SQLException e) {
            throw new IllegalStateException("Entry " + id + " cannot be read", e);
        }
    }
}
