package lantern.audit.verify;

import static lantern.audit.LedgerWorld.LARKWATER;
import static lantern.audit.LedgerWorld.MERROWDALE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.audit.LedgerWorld;
import lantern.audit.head.HeadsFile;
import lantern.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the owner of the database does to the ledger, and what verifying then says. Three seals of five entries each, and a second authority. */
@TestInstance(Lifecycle.PER_CLASS)
class TamperingTest {
    private final LedgerWorld world = new LedgerWorld();
    private List<UUID> entries = new ArrayList<>();

    @BeforeEach
    void three_seals() throws SQLException {
        world.empty();
        var sealer = world.sealer();
        for (var seal = 0; seal < 3; seal++) {
            for (var entry = 0; entry < 5; entry++) {
                world.as(MERROWDALE, () -> world.ledger.look(Ids.next(), "identity"));
            }
            world.as(LARKWATER, () -> world.ledger.look(Ids.next(), "identity"));
            assertThat(world.settled(sealer).pass()).isEqualTo(6);
        }
        entries = world.database
                .superuser()
                .sql("select e.id from audit.entry e join access.authority a on a.id = e.authority_id"
                        + " where a.code = 'merrowdale' order by e.xid, e.id")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Test
    void an_untouched_ledger_is_sound_and_counted() throws SQLException {
        world.as(MERROWDALE, () -> world.ledger.look(Ids.next(), "identity"));
        var verdict = verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.lastLine()).isEqualTo("18 entries, 6 heads, 1 not yet sealed: the ledger is sound");
    }

    @Test
    void an_edited_entry_is_named() throws SQLException {
        world.tamper("update audit.entry set sections = '{contact}' where id = '%s'".formatted(entries.get(7)));
        expect(Tampering.EDITED, entries.get(7), 2);
    }

    @Test
    void an_edit_of_any_column_is_found() throws SQLException {
        for (var change : List.of(
                "at = at + interval '1 microsecond'",
                "act = 'list'",
                "actor_id = uuidv7()",
                "actor_kind = 'SYSTEM'",
                "agency_id = null",
                "session_id = null",
                "purpose = ''",
                "subject_kind = null",
                "subject_id = null",
                "child_id = uuidv7()",
                "detail = '{}'",
                "salt = uuidv7()")) {
            var keep =
                    "create table access.kept as select * from audit.entry where id = '%s'".formatted(entries.get(3));
            world.database.owner().sql(keep).update();
            world.tamper("update audit.entry set %s where id = '%s'".formatted(change, entries.get(3)));
            assertThat(verify().findings())
                    .as(change)
                    .singleElement()
                    .satisfies(found -> assertThat(found.entry()).isEqualTo(entries.get(3)));
            world.tamper("delete from audit.entry where id = '%s'".formatted(entries.get(3)));
            world.tamper("insert into audit.entry select * from access.kept");
            world.database.owner().sql("drop table access.kept").update();
            assertThat(verify().sound()).isTrue();
        }
    }

    @Test
    void a_deleted_entry_is_named() throws SQLException {
        world.tamper("delete from audit.entry where id = '%s'".formatted(entries.get(11)));
        expect(Tampering.DELETED, entries.get(11), 3);
    }

    @Test
    void an_inserted_entry_is_named() throws SQLException {
        var id = Ids.next();
        world.tamper("""
                insert into audit.entry (authority_id, id, at, act, actor_id, child_id, xid)
                select authority_id, '%s', at, act, actor_id, child_id, xid from audit.entry where id = '%s'
                """.formatted(id, entries.get(6)));
        expect(Tampering.INSERTED, id, 2);
    }

    @Test
    void an_entry_inserted_between_two_authorities_seals_is_named() throws SQLException {
        var id = Ids.next();
        world.tamper(
                "insert into audit.seal (authority_id, number, epoch, reason, at, size, horizon, root, previous, key_id, signature, leaves)"
                        + " select uuidv7(), 1, 1, 'x', at, 0, (select max(horizon) from audit.seal), root, previous, key_id, signature, '' from audit.seal limit 1");
        world.tamper("""
                insert into audit.entry (authority_id, id, act, xid)
                select authority_id, '%s', 'look', (select max(xid) from audit.entry) from audit.entry where id = '%s'
                """.formatted(id, entries.get(6)));
        var finding = verify().findings().getFirst();
        assertThat(finding.kind()).isEqualTo(Tampering.INSERTED);
        assertThat(finding.entry()).isEqualTo(id);
    }

    @Test
    void two_entries_that_changed_places_are_named() throws SQLException {
        var swap =
                "update audit.entry set id = case id when '%1$s' then '%2$s'::uuid else '%1$s'::uuid end where id in ('%1$s', '%2$s')";
        var away = Ids.next();
        world.tamper("update audit.entry set id = '%s' where id = '%s'".formatted(away, entries.get(5)));
        world.tamper("update audit.entry set id = '%s' where id = '%s'".formatted(entries.get(5), entries.get(8)));
        world.tamper("update audit.entry set id = '%s' where id = '%s'".formatted(entries.get(8), away));
        expect(Tampering.REORDERED, entries.get(5), 2);
    }

    @Test
    void an_entry_moved_to_another_time_is_named() throws SQLException {
        world.tamper("update audit.entry set xid = (select xid from audit.entry where id = '%s') where id = '%s'"
                .formatted(entries.get(12), entries.get(1)));
        expect(Tampering.REORDERED, entries.get(1), 1);
    }

    @Test
    void a_seals_list_in_another_order_is_found() throws SQLException {
        world.tamper(
                "update audit.seal set leaves = substr(leaves, 49, 48) || substr(leaves, 1, 48) || substr(leaves, 97)"
                        + " where number = 2 and size = 5");
        expect(Tampering.REORDERED, entries.get(5), 2);
    }

    @Test
    void a_cut_tail_is_found_by_the_heads_file() throws SQLException {
        var authority = "(select authority_id from audit.entry where id = '%s')".formatted(entries.get(0));
        world.tamper("delete from audit.seal where number = 3 and authority_id = " + authority);
        world.tamper("delete from audit.entry where id in ('%s')"
                .formatted(String.join(
                        "', '",
                        entries.subList(10, 15).stream().map(UUID::toString).toList())));
        expect(Tampering.CUT_TAIL, entries.get(10), 3);
    }

    @Test
    void a_cut_tail_is_found_by_a_witness_when_the_heads_file_was_cut_too() throws SQLException, IOException {
        var copy = world.folder.resolve("witness");
        copy(world.folder.resolve("heads"), copy);
        world.tamper("delete from audit.seal where number = 3");
        world.tamper("delete from audit.entry where xid >= (select max(horizon) from audit.seal)");
        for (var code : List.of(MERROWDALE, LARKWATER)) {
            var file = world.folder.resolve("heads").resolve(code + ".log");
            Files.write(file, Files.readAllLines(file).subList(0, 2));
        }
        assertThat(verify().sound()).isTrue();
        var witnessed = new Verification(world.sealing(), new HeadsFile(copy), read -> {}).run();
        assertThat(witnessed.findings())
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.kind()).isEqualTo(Tampering.CUT_TAIL));
    }

    @Test
    void a_rewritten_head_is_found_though_its_tree_was_made_to_fit() throws SQLException {
        world.tamper("update audit.seal set at = at - interval '1 day' where number = 2 and size = 5");
        expect(Tampering.REWRITTEN_HEAD, entries.get(5), 2);
    }

    @Test
    void a_head_signed_with_another_key_is_found() throws SQLException {
        world.tamper(
                "update audit.seal set signature = (select signature from audit.seal where number = 1 and size = 5)"
                        + " where number = 3 and size = 5");
        expect(Tampering.REWRITTEN_HEAD, entries.get(10), 3);
        world.tamper("update audit.seal set key_id = 'feedfeedfeedfeed' where number = 3 and size = 5");
        expect(Tampering.REWRITTEN_HEAD, entries.get(10), 3);
    }

    @Test
    void a_missing_head_in_the_middle_is_found() throws SQLException {
        world.tamper("delete from audit.seal where number = 2 and size = 5");
        expect(Tampering.REWRITTEN_HEAD, entries.get(10), 2);
    }

    @Test
    void a_changed_heads_file_is_told_from_a_changed_database() throws SQLException, IOException {
        var file = world.folder.resolve("heads/merrowdale.log");
        Files.writeString(file, Files.readString(file).replaceFirst("\"size\":5", "\"size\":4"));
        var finding = verify().findings().getFirst();
        assertThat(finding.kind()).isEqualTo(Tampering.REWRITTEN_HEAD);
        assertThat(finding.how()).isEqualTo("the heads file was changed");
    }

    @Test
    void a_line_of_the_heads_file_that_is_no_head_is_found_but_not_a_last_one_cut_while_written()
            throws SQLException, IOException {
        var file = world.folder.resolve("heads/merrowdale.log");
        var whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 9));
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().notes()).containsExactly("merrowdale: the heads file ends with head 2 of 3");
        Files.writeString(file, whole.replaceFirst("\\n.", "\n"));
        expect(Tampering.REWRITTEN_HEAD, entries.get(5), 2);
    }

    @Test
    void heads_lost_in_a_restore_are_told_until_the_end_of_time_once_a_reason_was_signed() throws SQLException {
        var restored = "delete from audit.entry where xid >= (select min(horizon) from audit.seal where number = 2);"
                + " delete from audit.seal where number = 3";
        world.tamper(restored);
        assertThat(verify().findings()).hasSize(2);
        var begun = world.sealer().beginEpochs("Restored to Friday after the disk failed");
        assertThat(begun).extracting(head -> head.number() + "/" + head.epoch()).containsExactly("4/2", "4/2");
        world.as(MERROWDALE, () -> world.ledger.look(Ids.next(), "identity"));
        assertThat(world.settled(world.sealer()).pass()).isEqualTo(1);
        var verdict = verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.notes())
                .contains(
                        "merrowdale: epoch 2 begins with head 4; 5 entries of the heads before it were lost in a restore:"
                                + " Restored to Friday after the disk failed");
        assertThat(world.sealer().beginEpochs("again")).isEmpty();
    }

    @Test
    void the_command_ends_with_1_and_the_first_bad_entry_when_something_was_changed() throws SQLException {
        var out = new StringWriter();
        assertThat(VerifyCommand.tell(verify(), new PrintWriter(out))).isZero();
        world.tamper("update audit.entry set act = 'list' where id = '%s'".formatted(entries.getFirst()));
        assertThat(VerifyCommand.tell(verify(), new PrintWriter(out))).isEqualTo(1);
        var last = out.toString().strip().lines().toList().getLast();
        assertThat(last).contains("THE LEDGER WAS CHANGED: merrowdale: edited: entry " + entries.getFirst());
    }

    private Verdict verify() throws SQLException {
        return new Verification(world.sealing(), world.heads, read -> {}).run();
    }

    private void expect(Tampering kind, UUID entry, long head) throws SQLException {
        var verdict = verify();
        assertThat(verdict.findings()).hasSize(1);
        var finding = verdict.findings().getFirst();
        assertThat(finding.kind()).as(finding.sentence()).isEqualTo(kind);
        assertThat(finding.entry()).isEqualTo(entry);
        assertThat(finding.head()).isEqualTo(head);
        assertThat(finding.authority()).isEqualTo(MERROWDALE);
        assertThat(verdict.lastLine()).contains(kind.words, entry.toString(), MERROWDALE);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("keys"));
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
