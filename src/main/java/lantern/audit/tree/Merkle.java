package lantern.audit.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree hash of RFC 6962, section 2.1, over leaves added one by one: SHA-256, leaves prefixed by 0x00 and nodes by 0x01, so that a node can
 * never be passed off as a leaf. Keeps one hash per level, however many leaves there are. Not for several threads.
 */
public final class Merkle {
    public static final int HASH = 32;

    private final MessageDigest sha256 = sha256();
    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    public byte[] leaf(byte[] data) {
        sha256.update((byte) 0);
        return sha256.digest(data);
    }

    public void add(byte[] leafHash) {
        var node = leafHash;
        // As many complete subtrees end here as the old size has trailing one bits.
        for (var left = size; (left & 1) == 1; left >>= 1) node = node(peaks.removeLast(), node);
        peaks.add(node);
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (peaks.isEmpty()) return sha256.digest();
        var root = peaks.getLast();
        for (var i = peaks.size() - 2; i >= 0; i--) root = node(peaks.get(i), root);
        return root;
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
