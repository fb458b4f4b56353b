package lantern.audit.seal;

import static lantern.audit.LedgerWorld.LARKWATER;
import static lantern.audit.LedgerWorld.MERROWDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import lantern.audit.LedgerWorld;
import lantern.audit.head.HeadsDisagree;
import lantern.audit.tree.Leaves;
import lantern.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SealerTest {
    private final LedgerWorld world = new LedgerWorld();

    @BeforeEach
    void an_empty_ledger() {
        world.empty();
    }

    @Test
    void two_sealers_at_once_seal_each_entry_exactly_once() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sealers = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var i = 0; i < 2; i++) {
                var sealer = world.sealer(7);
                Callable<Integer> sealing = () -> {
                    var sealed = 0;
                    while (writing.get()) sealed += sealer.pass();
                    return sealed;
                };
                sealers.add(threads.submit(sealing));
            }
            for (var i = 0; i < 100; i++) look(i % 3 == 0 ? LARKWATER : MERROWDALE);
            writing.set(false);
            var sealed = sealers.get(0).get() + sealers.get(1).get();
            assertThat(sealed + world.settled(world.sealer()).pass()).isEqualTo(100);
        }
        assertThat(sealedIds()).hasSize(100).doesNotHaveDuplicates();
        assertThat(new HashSet<>(sealedIds())).isEqualTo(new HashSet<>(entryIds()));
        for (var code : List.of(MERROWDALE, LARKWATER))
            assertThat(headsOnFile(code)).isEqualTo(headsInDatabase(code));
    }

    @Test
    void a_long_transaction_holds_sealing_and_nothing_is_lost() throws Exception {
        var opened = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var sealer = world.sealer();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> world.as(MERROWDALE, () -> {
                world.ledger.look(Ids.next(), "identity");
                opened.countDown();
                await(enough);
            }));
            opened.await();
            for (var i = 0; i < 5; i++) look(MERROWDALE);
            assertThat(sealer.pass()).isZero();
            var lag = SealLag.ask(world.sealing(), Instant.now().plus(Duration.ofHours(1)));
            assertThat(lag.entries()).isEqualTo(5);
            assertThat(lag.oldest()).isGreaterThanOrEqualTo(Duration.ofHours(1));
            enough.countDown();
            slow.get();
        }
        assertThat(world.settled(sealer).pass()).isEqualTo(6);
        assertThat(new HashSet<>(sealedIds())).isEqualTo(new HashSet<>(entryIds()));
        assertThat(SealLag.ask(world.sealing(), Instant.now())).isEqualTo(new SealLag(0, Duration.ZERO));
    }

    @Test
    void a_rolled_back_act_leaves_no_entry() throws SQLException {
        assertThatThrownBy(() -> world.as(MERROWDALE, () -> {
                    world.ledger.look(Ids.next(), "identity");
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(world.sealer().pass()).isZero();
        assertThat(entryIds()).isEmpty();
    }

    @Test
    void heads_that_a_crash_kept_from_the_file_are_appended_later() throws SQLException, IOException {
        var file = world.folder.resolve("heads/merrowdale.log");
        for (var i = 0; i < 3; i++) sealOne();
        var whole = Files.readString(file);
        // The crash: the second head was being written, the third never was.
        Files.writeString(file, whole.substring(0, whole.indexOf('\n') + 40));
        sealOne();
        assertThat(headsOnFile(MERROWDALE)).hasSize(4).isEqualTo(headsInDatabase(MERROWDALE));
        assertThat(Files.readString(file)).startsWith(whole);
    }

    @Test
    void nothing_is_sealed_over_heads_that_the_database_has_lost() throws SQLException {
        for (var i = 0; i < 3; i++) sealOne();
        world.tamper("delete from audit.seal where number = 3");
        assertThatThrownBy(this::sealOne).isInstanceOf(HeadsDisagree.class);
        assertThat(headsInDatabase(MERROWDALE)).hasSize(2);
    }

    @Test
    void the_sealer_can_add_seals_and_do_nothing_else() {
        for (var sql : List.of(
                "insert into audit.entry (authority_id, act) values (uuidv7(), 'look')",
                "update audit.entry set at = now()",
                "delete from audit.seal",
                "select * from access.person",
                "select audit.write('look', null, null, null, null, null)")) {
            assertThatThrownBy(() -> world.database.sealer().sql(sql).query().listOfRows())
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_signing_key_is_made_once_and_only_this_account_reads_it() throws SQLException, IOException {
        sealOne();
        sealOne();
        var key = world.folder.resolve("ledger-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(world.heads.keys()).hasSize(1);
        assertThat(world.database
                        .superuser()
                        .sql("select distinct key_id from audit.seal")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(world.heads.keys().keySet());
    }

    private void sealOne() throws SQLException {
        look(MERROWDALE);
        world.settled(world.sealer()).pass();
    }

    private void look(String code) {
        world.as(code, () -> world.ledger.look(Ids.next(), "identity"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> entryIds() {
        return world.database
                .superuser()
                .sql("select id from audit.entry")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<UUID> sealedIds() {
        var ids = new ArrayList<UUID>();
        for (var bytes : world.database
                .superuser()
                .sql("select leaves from audit.seal")
                .query(byte[].class)
                .list()) {
            var leaves = new Leaves(bytes);
            for (var i = 0; i < leaves.size(); i++) ids.add(leaves.id(i));
        }
        return ids;
    }

    private List<String> headsOnFile(String code) {
        var heads = new ArrayList<String>();
        try (var file = world.heads.read(code)) {
            for (var head = file.next(); head != null; head = file.next()) heads.add(head.number() + " " + head.root());
        }
        return heads;
    }

    private List<String> headsInDatabase(String code) {
        var sql =
                "select s.number || ' ' || encode(s.root, 'hex') from audit.seal s join access.authority a on a.id = s.authority_id"
                        + " where a.code = :code order by s.number";
        return world.database
                .superuser()
                .sql(sql)
                .param("code", code)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
