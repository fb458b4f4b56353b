package lantern.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Bearer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterTest extends ServerTest {
    private static final LocalDate BORN = LocalDate.of(2011, 4, 9);

    @Autowired
    Children children;

    @Autowired
    Matcher matcher;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_child_is_found_by_the_matcher_in_the_transaction_that_adds_them() {
        as("merrowdale", "hub-worker", () -> {
            var child = register("Ní Bhriain", "Siobhán", BORN);
            var found = matcher.candidates(wanted("Ni Bhriain", "Shivaun", BORN), 5);
            assertThat(found).extracting(Candidate::child).startsWith(child);
            assertThat(found.getFirst().reference()).matches("C-1\\d{6}");
            assertThat(found.getFirst().probability()).isGreaterThan(0.9);
            return child;
        });
    }

    @Test
    void an_exact_identifier_with_the_name_is_certain_and_two_such_children_are_not() {
        as("merrowdale", "hub-worker", () -> {
            var wanted = new Wanted(
                    "Certain", "Ada", null, BORN, null, Map.of("nhs-number", "943 476 5919"), List.of(), List.of());
            var child = register("Certain", "Ada", BORN, Map.of("nhs-number", "9434765919"));
            var one = matcher.candidates(wanted, 5);
            assertThat(one.getFirst().child()).isEqualTo(child);
            assertThat(one.getFirst().certain()).isTrue();
            register("Certain", "Ada", BORN, Map.of("nhs-number", "943-476-5919"));
            assertThat(matcher.candidates(wanted, 5)).hasSize(2).noneMatch(Candidate::certain);
            return child;
        });
    }

    @Test
    void a_child_known_as_another_name_is_found_by_it() {
        as("merrowdale", "hub-worker", () -> {
            var child = children.register(
                    new NewChild(
                            "Okonkwo",
                            "Chukwuemeka",
                            "Emeka Obi",
                            null,
                            false,
                            "male",
                            null,
                            null,
                            Map.of(),
                            List.of(),
                            List.of("07700 900123")),
                    actor("hub-worker"),
                    clock.instant());
            assertThat(matcher.candidates(wanted("Obi", "Emeka", null), 5))
                    .extracting(Candidate::child)
                    .contains(child);
            var byPhone = new Wanted(null, null, null, null, null, Map.of(), List.of(), List.of("+44 7700 900 123"));
            assertThat(matcher.candidates(byPhone, 5))
                    .extracting(Candidate::child)
                    .contains(child);
            return child;
        });
    }

    @Test
    void names_of_every_script_are_added_and_found() {
        for (var name : List.of("محمد", "Nguyễn", "Łuczak", "O’Neill-Ó Briain", "😀", "Ζωή", "\u202Eعلي\u202C")) {
            as("merrowdale", "hub-worker", () -> {
                var child = register(name, name, BORN);
                assertThat(matcher.candidates(wanted(name, name, null), 5))
                        .as(name)
                        .extracting(Candidate::child)
                        .contains(child);
                return child;
            });
        }
    }

    @Test
    void a_wrong_identifier_is_kept_as_given_and_marked() {
        var child = as(
                "merrowdale",
                "hub-worker",
                () -> register("Marked", "Ada", BORN, Map.of("nhs-number", "943 476 5918")));
        var kept = database.superuser()
                .sql("select value || ' ' || well_formed from children.identifier where child_id = :child")
                .param("child", child)
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo("943 476 5918 false");
    }

    @Test
    void another_authoritys_child_is_not_there() {
        var child = as("merrowdale", "hub-worker", () -> register("Elsewhere", "Only", BORN));
        as("larkwater", "hub-worker", () -> {
            assertThat(children.find(child)).isEmpty();
            assertThat(matcher.candidates(wanted("Elsewhere", "Only", BORN), 5)).isEmpty();
            return child;
        });
    }

    @Test
    void a_worker_sees_a_child_from_the_allocation_to_its_end() {
        var child = as("merrowdale", "hub-worker", () -> register("Handed", "Over", BORN));
        assertThat(sees("social-worker", child)).isFalse();
        allocate(child, "social-worker", "north");
        assertThat(sees("social-worker", child)).isTrue();
        assertThat(sees("social-worker-south", child)).isFalse();
        allocate(child, "social-worker-south", "south");
        assertThat(sees("social-worker", child)).isFalse();
        assertThat(sees("social-worker-south", child)).isTrue();
    }

    @Test
    void a_worker_who_may_not_see_the_child_is_given_no_candidate() {
        as("merrowdale", "hub-worker", () -> register("Outofsight", "Ada", BORN));
        as("merrowdale", "social-worker", () -> {
            assertThat(matcher.candidates(wanted("Outofsight", "Ada", BORN), 5)).isEmpty();
            return true;
        });
    }

    @Test
    void only_who_sees_the_whole_authority_can_add_a_child() {
        assertThatThrownBy(() -> as("merrowdale", "social-worker", () -> register("Not", "Allowed", BORN)))
                .isInstanceOf(DataAccessException.class);
    }

    private void allocate(UUID child, String worker, String team) {
        as("merrowdale", "hub-worker", () -> {
            children.allocate(
                    child, actor(worker), region.team("merrowdale/" + team), actor("hub-worker"), clock.instant());
            return child;
        });
    }

    private boolean sees(String worker, UUID child) {
        return as("merrowdale", worker, () -> children.find(child).isPresent());
    }

    private UUID register(String family, String given, LocalDate born) {
        return register(family, given, born, Map.of());
    }

    private UUID register(String family, String given, LocalDate born, Map<String, String> identifiers) {
        var child =
                new NewChild(family, given, null, born, false, "female", null, null, identifiers, List.of(), List.of());
        return children.register(child, actor("hub-worker"), clock.instant());
    }

    private static Wanted wanted(String family, String given, @Nullable LocalDate born) {
        return new Wanted(family, given, null, born, null, Map.of(), List.of(), List.of());
    }

    private static UUID actor(String role) {
        return region.person("merrowdale", role);
    }

    private <T> T as(String authority, String role, Supplier<T> work) {
        var transaction = new TransactionTemplate(transactions);
        return Bearer.with(region.session(authority, role), "test", () -> transaction.execute(status -> work.get()));
    }
}
