package lantern.audit.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids and leaf hashes of one seal in order, 48 bytes an entry, as they are kept beside its root. */
public final class Leaves {
    private static final int WIDTH = 16 + Merkle.HASH;

    private final byte[] bytes;
    private byte @Nullable [] root;

    public Leaves(byte[] bytes) {
        this(bytes, null);
    }

    private Leaves(byte[] bytes, byte @Nullable [] root) {
        this.bytes = bytes;
        this.root = root;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length / WIDTH;
    }

    public UUID id(int index) {
        return Entries.uuid(ByteBuffer.wrap(bytes), index * WIDTH);
    }

    public byte[] hash(int index) {
        return Arrays.copyOfRange(bytes, index * WIDTH + 16, (index + 1) * WIDTH);
    }

    public byte[] root() {
        var known = root;
        if (known != null) return known;
        var tree = new Merkle();
        for (var i = 0; i < size(); i++) tree.add(hash(i));
        known = tree.root();
        root = known;
        return known;
    }

    /** Leaves as they are added, with their tree. */
    public static final class Growing {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Merkle tree = new Merkle();

        public void add(Entries.Entry entry) {
            var hash = tree.leaf(entry.data());
            tree.add(hash);
            var id = ByteBuffer.allocate(16)
                    .putLong(entry.id().getMostSignificantBits())
                    .putLong(entry.id().getLeastSignificantBits());
            bytes.writeBytes(id.array());
            bytes.writeBytes(hash);
        }

        public int size() {
            return (int) tree.size();
        }

        public byte[] root() {
            return tree.root();
        }

        public Leaves leaves() {
            return new Leaves(bytes.toByteArray(), tree.root());
        }
    }
}
