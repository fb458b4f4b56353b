package lantern.audit.verify;

import static lantern.audit.LedgerWorld.LARKWATER;
import static lantern.audit.LedgerWorld.MERROWDALE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import lantern.audit.LedgerWorld;
import lantern.audit.head.CopiedHeads;
import lantern.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Against somebody who holds everything: the database, the heads file and the signing key. Only a head that somebody else kept tells. */
@TestInstance(Lifecycle.PER_CLASS)
class CopiedHeadTest {
    private final LedgerWorld world = new LedgerWorld();

    @BeforeEach
    void two_seals() throws SQLException {
        world.empty();
        for (var seal = 0; seal < 2; seal++) seal();
    }

    @Test
    void one_copied_head_agrees_with_an_untouched_ledger_also_when_it_went_on() throws Exception {
        var copy = copied(last(MERROWDALE));
        assertThat(verify(copy).sound()).isTrue();
        seal();
        assertThat(verify(copy).sound()).isTrue();
        assertThat(verify(copied("{\"authority\":\"merrowdale\",\"heads\":[" + last(MERROWDALE) + "],\"keys\":{}}"))
                        .sound())
                .isTrue();
    }

    @Test
    void an_end_cut_off_everywhere_is_told_by_the_copied_head() throws Exception {
        var copy = copied(last(MERROWDALE));
        world.tamper("delete from audit.seal where number = 2");
        world.tamper("delete from audit.entry where xid >= (select max(horizon) from audit.seal)");
        cutFiles(1);
        assertThat(verify(CopiedHeads.NONE).sound()).isTrue();
        assertThat(verify(copy).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Tampering.CUT_TAIL))
                .satisfies(found -> assertThat(found.head()).isEqualTo(2));
    }

    @Test
    void a_history_sealed_anew_with_the_right_key_is_told_by_the_copied_head() throws Exception {
        var copy = copied(last(MERROWDALE));
        world.tamper("delete from audit.seal");
        world.tamper("update audit.entry set sections = '{contact}'");
        cutFiles(0);
        world.settled(world.sealer()).pass();
        seal();
        assertThat(verify(CopiedHeads.NONE).sound()).isTrue();
        assertThat(verify(copy).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(Tampering.REWRITTEN_HEAD))
                .satisfies(found -> assertThat(found.how()).isEqualTo("the copied head is another"));
    }

    private void seal() throws SQLException {
        for (var code : List.of(MERROWDALE, LARKWATER)) world.as(code, () -> world.ledger.look(Ids.next(), "identity"));
        world.settled(world.sealer()).pass();
    }

    private Verdict verify(CopiedHeads copy) throws SQLException {
        return new Verification(world.sealing(), world.heads, copy, read -> {}).run();
    }

    private String last(String code) throws IOException {
        return Files.readAllLines(file(code)).getLast();
    }

    private CopiedHeads copied(String text) throws IOException {
        var copy = Files.createTempFile("lantern-copied", ".json");
        Files.writeString(copy, text);
        return CopiedHeads.read(copy);
    }

    private void cutFiles(int kept) throws IOException {
        for (var code : List.of(MERROWDALE, LARKWATER))
            Files.write(file(code), Files.readAllLines(file(code)).subList(0, kept));
    }

    private Path file(String code) {
        return world.folder.resolve("heads").resolve(code + ".log");
    }
}
