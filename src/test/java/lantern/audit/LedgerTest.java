package lantern.audit;

import static lantern.audit.LedgerWorld.LARKWATER;
import static lantern.audit.LedgerWorld.MERROWDALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class LedgerTest {
    private final LedgerWorld world = new LedgerWorld();
    private UUID child = Ids.next();

    @BeforeEach
    void another_child() {
        child = Ids.next();
    }

    @Test
    void an_entry_says_who_for_whom_and_why_without_being_told() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity", "contact"));
        var sql = """
                select p.name || ', ' || a.code || ', ' || e.purpose || ', ' || e.actor_kind || ', ' || array_to_string(e.sections, '+')
                from audit.entry e join access.person p on p.id = e.actor_id join access.agency a on a.id = e.agency_id
                join access.session s on s.id = e.session_id where e.child_id = :child
                """;
        var said = world.database.superuser().sql(sql).param("child", child).query(String.class);
        assertThat(said.single()).isEqualTo("Ada Hollin, children, welfare check, PERSON, identity+contact");
    }

    @Test
    void the_application_can_neither_change_nor_delete_nor_empty_the_ledger() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity"));
        for (var table : List.of("audit.entry", "audit.seal")) {
            for (var sql :
                    List.of("update " + table + " set at = now()", "delete from " + table, "truncate " + table)) {
                assertThatThrownBy(() ->
                                world.as(MERROWDALE, () -> world.app.sql(sql).update()))
                        .as(sql)
                        .hasStackTraceContaining("permission denied");
            }
        }
        var insert = "insert into audit.entry (authority_id, act) values (uuidv7(), 'look')";
        assertThatThrownBy(
                        () -> world.as(MERROWDALE, () -> world.app.sql(insert).update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void not_even_the_owner_or_a_superuser_changes_the_ledger_in_passing() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity"));
        var replica = "set session_replication_role = replica; ";
        for (var who : List.of(world.database.owner(), world.database.superuser())) {
            for (var table : List.of("audit.entry", "audit.seal")) {
                for (var sql :
                        List.of("update " + table + " set at = now()", "delete from " + table, "truncate " + table)) {
                    assertThatThrownBy(() -> who.sql(sql).update())
                            .as(sql)
                            .hasStackTraceContaining("only ever added to");
                }
            }
        }
        assertThatThrownBy(() -> world.database
                        .superuser()
                        .sql(replica + "delete from audit.entry")
                        .update())
                .hasStackTraceContaining("only ever added to");
    }

    @Test
    void another_authoritys_entries_cannot_be_read() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity"));
        var seen = "select count(*) from audit.entry where child_id = :child";
        world.as(MERROWDALE, () -> assertThat(count(seen)).isEqualTo(1));
        world.as(LARKWATER, () -> assertThat(count(seen)).isZero());
        world.as(LARKWATER, () -> assertThat(world.looks.looks(child, null, 9)).isEmpty());
        world.withoutSession(() -> assertThat(count(seen)).isZero());
        var forged = "select set_config('lantern.context', repeat('0', 64) || ':' || (select 'x'), true)";
        world.withoutSession(() -> {
            world.app.sql(forged).query(String.class).single();
            assertThat(count(seen)).isZero();
        });
    }

    @Test
    void a_statement_slipped_in_reads_ones_own_acts_and_not_what_others_did_unless_one_answers_for_the_ledger() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity"));
        var owner = world.database.owner();
        owner.sql(
                        "insert into audit.entry (authority_id, act, actor_id, child_id) select id, 'look', gen_random_uuid(), :child"
                                + " from access.authority where code = 'merrowdale'")
                .param("child", child)
                .update();
        var seen = "select count(*) from audit.entry where child_id = :child";
        world.as(MERROWDALE, () -> assertThat(count(seen)).isEqualTo(1));
        try {
            owner.sql("update access.role set permissions = permissions || '{read-ledger}' where code = 'hub-worker'")
                    .update();
            world.as(MERROWDALE, () -> assertThat(count(seen)).isEqualTo(2));
        } finally {
            owner.sql(
                            "update access.role set permissions = array_remove(permissions, 'read-ledger') where code = 'hub-worker'")
                    .update();
        }
    }

    @Test
    void who_looked_at_a_child_out_of_sight_is_not_said() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity"));
        world.database
                .owner()
                .sql(
                        "insert into access.restriction (authority_id, id, child_id, reason, starts_at, restricted_by)"
                                + " select id, uuidv7(), :child, 'A relative works here', now(), id from access.authority where code = 'merrowdale'")
                .param("child", child)
                .update();
        world.as(MERROWDALE, () -> assertThat(world.looks.looks(child, null, 9)).isEmpty());
    }

    private long count(String sql) {
        return world.app.sql(sql).param("child", child).query(Long.class).single();
    }

    @Test
    void no_ledger_no_answer() {
        var sql = "insert into access.draft (authority_id, person_id, form, fields, saved_at) "
                + "values ((select ctx.authority()), (select ctx.actor()), 'a form', '{}', now())";
        assertThatThrownBy(() -> world.as(MERROWDALE, () -> {
                    world.app.sql(sql).update();
                    world.ledger.act("Not A Code", "draft", Ids.next(), child);
                }))
                .hasStackTraceContaining("act_is_a_code");
        assertThat(world.database
                        .superuser()
                        .sql("select count(*) from access.draft")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void without_a_session_there_is_no_entry_and_so_no_act() {
        assertThatThrownBy(() -> world.withoutSession(() -> world.ledger.look(child, "identity")))
                .hasStackTraceContaining("No ledger entry without a verified session");
    }

    @Test
    void an_entry_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> world.ledger.look(child, "identity")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_cannot_write_for_somebody_else() {
        var sql = "select audit.write_for(uuidv7(), uuidv7(), 'sign-in.failed', null)";
        assertThatThrownBy(() ->
                        world.as(MERROWDALE, () -> world.app.sql(sql).query().listOfRows()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_detail_holds_ids_and_codes_never_text() {
        assertThatThrownBy(() -> world.as(
                        MERROWDALE,
                        () -> world.ledger.act("note.added", "note", child, child, Map.of("note", "Seen with Sam"))))
                .isInstanceOf(IllegalArgumentException.class);
        world.as(
                MERROWDALE,
                () -> world.ledger.act(
                        "episode.closed", "episode", Ids.next(), child, Map.of("reason", "returned", "steps", 3)));
        world.as(
                MERROWDALE,
                () -> assertThat(world.looks.looks(child, null, 9).getFirst().act())
                        .isEqualTo("episode.closed"));
    }

    @Test
    void who_looked_says_when_who_and_why_newest_first_and_a_list_counts_for_each_child_on_it() {
        world.as(MERROWDALE, () -> world.ledger.look(child, "identity", "health"));
        world.as(MERROWDALE, () -> world.ledger.looked(List.of(Ids.next(), child), "missing-now"));
        world.as(MERROWDALE, () -> {
            var looks = world.looks.looks(child, null, 9);
            assertThat(looks).extracting(Look::act).containsExactly("list", "look");
            assertThat(looks.getFirst().list()).isEqualTo("missing-now");
            var look = looks.getLast();
            assertThat(look.name()).isEqualTo("Ada Hollin");
            assertThat(look.post()).isEqualTo("Hub worker");
            assertThat(look.agency()).isEqualTo("children");
            assertThat(look.purpose()).isEqualTo("welfare check");
            assertThat(look.sections()).containsExactly("identity", "health");
        });
    }

    @Test
    void who_looked_is_paged_without_gap_or_repetition() {
        for (var i = 0; i < 7; i++) {
            world.as(MERROWDALE, () -> world.ledger.look(child, "identity"));
            world.as(MERROWDALE, () -> world.ledger.looked(List.of(child), "inbox"));
        }
        world.as(MERROWDALE, () -> {
            var all = world.looks.looks(child, null, 100);
            assertThat(all).hasSize(14);
            var first = world.looks.looks(child, null, 5);
            var cursor = Looks.Before.parse(first.getLast().before().toString());
            var rest = world.looks.looks(child, cursor, 100);
            assertThat(first).isEqualTo(all.subList(0, 5));
            assertThat(rest).isEqualTo(all.subList(5, 14));
        });
    }

    @Test
    void a_place_in_the_list_that_is_none_is_refused() {
        for (var cursor : List.of("", "x", "2026-01-01T00:00:00Z_", "never_" + Ids.next())) {
            assertThatThrownBy(() -> Looks.Before.parse(cursor)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
