package lantern.audit.verify;

import static lantern.audit.verify.Tampering.DELETED;
import static lantern.audit.verify.Tampering.EDITED;
import static lantern.audit.verify.Tampering.INSERTED;
import static lantern.audit.verify.Tampering.REORDERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import lantern.audit.head.Head;
import lantern.audit.tree.Entries.Entry;
import lantern.audit.tree.Leaves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random seals, one change each: it is always found, and always at the right entry. Each seed prints in the test's name. */
class LocationTest {
    private static final UUID AUTHORITY = new UUID(1, 1);
    private static final int ROUNDS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_single_changed_bit_is_located(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var sealed = entries(random);
            var now = new ArrayList<>(sealed);
            var index = random.nextInt(now.size());
            var entry = now.get(index);
            var data = entry.data().clone();
            // Not the id: an entry with another id is one deleted and one inserted.
            var bit = 8 * 42 + random.nextInt(8 * (data.length - 42));
            data[bit / 8] ^= (byte) (1 << bit % 8);
            now.set(index, new Entry(AUTHORITY, entry.id(), entry.xid(), data));
            expect(EDITED, entry.id(), sealed, now);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_deleted_entry_is_located(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var sealed = entries(random);
            var now = new ArrayList<>(sealed);
            expect(DELETED, now.remove(random.nextInt(now.size())).id(), sealed, now);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_inserted_entry_is_located(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var sealed = entries(random);
            var now = new ArrayList<>(sealed);
            var fresh = entry(random);
            now.add(random.nextInt(now.size() + 1), fresh);
            expect(INSERTED, fresh.id(), sealed, now);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_two_swapped_entries_are_located(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var sealed = entries(random);
            if (sealed.size() < 2) continue;
            var first = random.nextInt(sealed.size() - 1);
            var second = first + 1 + random.nextInt(sealed.size() - first - 1);
            var moved = new ArrayList<>(sealed);
            Collections.swap(moved, first, second);
            expect(REORDERED, sealed.get(first).id(), sealed, moved);

            var exchanged = new ArrayList<>(sealed);
            exchanged.set(first, renamed(sealed.get(second), sealed.get(first).id()));
            exchanged.set(second, renamed(sealed.get(first), sealed.get(second).id()));
            expect(REORDERED, sealed.get(first).id(), sealed, exchanged);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_cut_tail_is_located(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var sealed = entries(random);
            var kept = random.nextInt(sealed.size());
            expect(DELETED, sealed.get(kept).id(), sealed, sealed.subList(0, kept));
        }
    }

    @Test
    void an_untouched_seal_has_nothing_to_find() {
        var random = new Random(7);
        for (var round = 0; round < ROUNDS; round++) {
            var sealed = entries(random);
            assertThat(location(sealed, sealed, sealed).find()).isNull();
        }
    }

    @Test
    void an_entry_edited_together_with_its_listed_leaf_is_still_found() {
        var random = new Random(8);
        var sealed = entries(random);
        var now = new ArrayList<>(sealed);
        now.set(0, renamed(entry(random), now.getFirst().id()));
        var finding = Objects.requireNonNull(location(sealed, now, now).find());
        assertThat(finding.kind()).isEqualTo(EDITED);
    }

    @Test
    void a_list_of_leaves_put_in_another_order_is_found_though_the_entries_are_whole() {
        var random = new Random(9);
        var sealed = List.of(entry(random), entry(random), entry(random));
        var list = List.of(sealed.get(0), sealed.get(2), sealed.get(1));
        var finding = Objects.requireNonNull(location(sealed, list, sealed).find());
        assertThat(finding.kind()).isEqualTo(REORDERED);
        assertThat(finding.entry()).isEqualTo(sealed.get(1).id());
    }

    private static void expect(Tampering kind, UUID entry, List<Entry> sealed, List<Entry> now) {
        var finding = Objects.requireNonNull(location(sealed, sealed, now).find());
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.entry()).isEqualTo(entry);
    }

    private static Location location(List<Entry> promised, List<Entry> listed, List<Entry> now) {
        var root = HexFormat.of().formatHex(leaves(promised).root());
        var head = new Head(
                AUTHORITY,
                1,
                1,
                null,
                Instant.EPOCH,
                promised.size(),
                promised.getFirst().id(),
                promised.getLast().id(),
                9,
                root,
                Head.NONE,
                "key",
                "");
        return new Location(
                "merrowdale",
                head,
                leaves(listed),
                leaves(now),
                id -> now.stream()
                        .filter(entry -> entry.id().equals(id))
                        .findFirst()
                        .orElse(null));
    }

    private static Leaves leaves(List<Entry> entries) {
        var growing = new Leaves.Growing();
        entries.forEach(growing::add);
        return growing.leaves();
    }

    private static List<Entry> entries(Random random) {
        var entries = new ArrayList<Entry>();
        for (var i = 0; i <= random.nextInt(40); i++) entries.add(entry(random));
        return entries;
    }

    private static Entry entry(Random random) {
        var data = new byte[60 + random.nextInt(200)];
        random.nextBytes(data);
        var id = new UUID(random.nextLong(), random.nextLong());
        return renamed(new Entry(AUTHORITY, id, 1, data), id);
    }

    private static Entry renamed(Entry entry, UUID id) {
        var data = entry.as(id);
        return new Entry(AUTHORITY, id, ByteBuffer.wrap(data).getLong(46), data);
    }
}
