package lantern.audit.head;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import lantern.audit.tree.Merkle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one seal promises, and all that leaves the database: which entries (how many, first and last, every transaction below {@code horizon}), the root
 * of their tree, the hash of the head before it, and a signature over all of that. Hashes and signature are hex. {@code reason} is given only by a head
 * that begins a new epoch after a restore.
 */
public record Head(
        UUID authority,
        long number,
        int epoch,
        @Nullable String reason,
        Instant at,
        int size,
        @Nullable UUID first,
        @Nullable UUID last,
        long horizon,
        String root,
        String previous,
        String key,
        String signature) {
    /** What the first head of an authority names as the head before it. */
    public static final String NONE = "0".repeat(2 * Merkle.HASH);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The bytes that are signed: one field a line, so that a witness can rebuild them with any tool. */
    public byte[] promise() {
        var lines = String.join(
                "\n",
                "lantern ledger head 1",
                authority.toString(),
                Long.toString(number),
                Integer.toString(epoch),
                reason == null ? "" : reason.replaceAll("\\s+", " "),
                at.toString(),
                Integer.toString(size),
                first == null ? "" : first.toString(),
                last == null ? "" : last.toString(),
                Long.toUnsignedString(horizon),
                root,
                previous,
                key,
                "");
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    /** Covers the signature too: the next head then vouches for it. */
    public String hash() {
        var sha256 = Merkle.sha256();
        sha256.update(promise());
        return HexFormat.of().formatHex(sha256.digest(signature.getBytes(StandardCharsets.UTF_8)));
    }

    public Head signed(SealingKey by) {
        return new Head(
                authority,
                number,
                epoch,
                reason,
                at,
                size,
                first,
                last,
                horizon,
                root,
                previous,
                key,
                by.sign(promise()));
    }

    String line() {
        return JSON.writeValueAsString(this) + "\n";
    }

    static Head parse(String line) {
        return JSON.readValue(line, Head.class);
    }
}
