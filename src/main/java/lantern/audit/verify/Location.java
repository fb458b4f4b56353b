package lantern.audit.verify;

import static lantern.audit.verify.Tampering.DELETED;
import static lantern.audit.verify.Tampering.EDITED;
import static lantern.audit.verify.Tampering.INSERTED;
import static lantern.audit.verify.Tampering.REORDERED;
import static lantern.audit.verify.Tampering.REWRITTEN_HEAD;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lantern.audit.head.Head;
import lantern.audit.tree.Entries.Entry;
import lantern.audit.tree.Leaves;
import lantern.audit.tree.Merkle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first entry that makes a seal's tree differ from its signed root. The list of leaves kept beside the root is believed only while it still
 * gives that root. {@code reread} answers an entry as it stands now, or null when there is none of that id.
 */
record Location(String authority, Head head, Leaves sealed, Leaves now, Function<UUID, @Nullable Entry> reread) {

    @Nullable
    Finding find() {
        var entriesHold = now.size() == head.size() && gives(now);
        if (entriesHold && Arrays.equals(now.bytes(), sealed.bytes())) return null;
        if (entriesHold) return listChanged();
        return gives(sealed) ? firstDifference("") : listAndEntriesChanged();
    }

    private boolean gives(Leaves leaves) {
        return HexFormat.of().formatHex(leaves.root()).equals(head.root());
    }

    private Finding listChanged() {
        var index = firstUnlike();
        var kind = ids(sealed).equals(ids(now)) ? REORDERED : REWRITTEN_HEAD;
        return finding(
                kind,
                now.id(Math.min(index, now.size() - 1)),
                "the entries are whole, the seal's list of them was changed");
    }

    private Finding listAndEntriesChanged() {
        var also = ", and the seal's list of its entries was changed too";
        if (!Arrays.equals(now.bytes(), sealed.bytes())) return firstDifference(also);
        return finding(EDITED, head.first(), "one of the %,d entries of this seal".formatted(head.size()) + also);
    }

    private Finding firstDifference(String also) {
        var index = firstUnlike();
        var wanted = index < sealed.size() ? sealed.id(index) : null;
        var found = index < now.size() ? now.id(index) : null;
        if (wanted != null && wanted.equals(found)) {
            return isAnothersContent(wanted)
                    ? finding(REORDERED, wanted, "it holds what was sealed as another entry" + also)
                    : finding(EDITED, wanted, "it is not what was sealed" + also);
        }
        if (wanted != null && !ids(now).contains(wanted)) {
            return reread.apply(wanted) == null
                    ? finding(DELETED, wanted, "it was sealed and is gone" + also)
                    : finding(REORDERED, wanted, "it was moved out of its place" + also);
        }
        if (found != null && !ids(sealed).contains(found)) {
            return finding(INSERTED, found, "it was put among entries already sealed" + also);
        }
        return finding(REORDERED, wanted, "it is not in its place" + also);
    }

    private int firstUnlike() {
        var both = Math.min(sealed.size(), now.size());
        for (var i = 0; i < both; i++) {
            if (!sealed.id(i).equals(now.id(i)) || !Arrays.equals(sealed.hash(i), now.hash(i))) return i;
        }
        return both;
    }

    /** Whether this entry, given the id of another of the seal, is that other one. */
    private boolean isAnothersContent(UUID id) {
        var entry = reread.apply(id);
        if (entry == null) return false;
        var tree = new Merkle();
        for (var i = 0; i < sealed.size(); i++) {
            if (Arrays.equals(tree.leaf(entry.as(sealed.id(i))), sealed.hash(i))) return true;
        }
        return false;
    }

    private static Set<UUID> ids(Leaves leaves) {
        var ids = new HashSet<UUID>();
        for (var i = 0; i < leaves.size(); i++) ids.add(leaves.id(i));
        return ids;
    }

    private Finding finding(Tampering kind, @Nullable UUID entry, String how) {
        return new Finding(authority, kind, entry, head.number(), how);
    }
}
