package lantern.children.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lantern.ServerTest;
import lantern.access.Access;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.children.Children;
import lantern.children.Matcher;
import lantern.children.NewChild;
import lantern.children.Wanted;
import lantern.children.linkage.Belief;
import lantern.children.linkage.InventedFiles;
import lantern.children.matching.Parameters;
import lantern.children.matching.ParametersInForce;
import lantern.platform.Refused;
import lantern.platform.postgres.TestDatabase;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrainTest extends ServerTest {
    @Autowired
    Access access;

    @Autowired
    Children children;

    @Autowired
    Matcher matcher;

    @Autowired
    ParametersInForce parameters;

    @Autowired
    JdbcClient db;

    @Test
    void what_ships_was_learnt_from_an_invented_register() {
        var rows = rows(new InventedFiles(2), 4_000);
        var again = Learning.of(rows, Belief.USUAL, Map.of());
        var shipped = ParametersInForce.shipped();
        assertThat(shipped.version()).isEqualTo(1);
        for (var field : List.of("givenNames", "familyName", "dateOfBirth", "sex", "postcode", "phone", "identifier"))
            assertThat(agreement(again, field)).as(field).isCloseTo(agreement(shipped, field), Offset.offset(0.08));
    }

    /** How often the field agrees in its best level when two records are of one child. */
    private static double agreement(Parameters parameters, String field) {
        return Objects.requireNonNull(parameters.fields().get(field), field).m().getFirst();
    }

    @Test
    void a_register_without_duplicates_keeps_what_ships_and_learns_how_common_its_names_are() {
        var learnt = Learning.of(rows(new InventedFiles(3), 2_000, 0));
        assertThat(agreement(learnt, "givenNames"))
                .isCloseTo(agreement(ParametersInForce.shipped(), "givenNames"), Offset.offset(0.1));
        assertThat(learnt.familyNames()).hasSizeGreaterThan(100).containsKey("");
        assertThat(learnt.prior()).isBetween(-14.0, -11.0);
    }

    @Test
    void an_authority_learns_the_next_version_and_the_matching_uses_it() {
        // one of its own: on the shared server other tests add children to the others
        new Setup(database.owner(), SystemSecret.of(TestDatabase.folder()))
                .authority("ashmere", "Ashmere", clock.instant());
        var ashmere = authority("ashmere");
        assertThatThrownBy(() -> TrainCommand.train(access, db, parameters, ashmere))
                .isInstanceOf(Refused.class);
        access.asSystem(ashmere.id(), "test", () -> {
            var actor = access.actor().id();
            var rows = rows(new InventedFiles(4), 400);
            IntStream.range(0, Registered.FEWEST)
                    .forEach(n -> children.register(child(rows.get(n)), actor, clock.instant()));
            return true;
        });
        assertThat(TrainCommand.train(access, db, parameters, ashmere)).isEqualTo(2);
        assertThat(TrainCommand.train(access, db, parameters, ashmere)).isEqualTo(3);
        var row = rows(new InventedFiles(4), 400).getFirst();
        var wanted = new Wanted(
                row.get(1), row.get(0), null, LocalDate.parse(row.get(2)), null, Map.of(), List.of(), List.of());
        access.asSystem(ashmere.id(), "test", () -> {
            assertThat(matcher.candidates(wanted, 3).getFirst().probability()).isGreaterThan(0.9);
            return true;
        });
        access.asSystem(authority("merrowdale").id(), "test", () -> {
            assertThat(db.sql("select count(*) from children.matching_parameters")
                            .query(Integer.class)
                            .single())
                    .isZero();
            return true;
        });
    }

    private Access.Authority authority(String code) {
        return access.authorities().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static NewChild child(List<String> row) {
        var born = row.get(2).length() == 10 ? LocalDate.parse(row.get(2)) : null;
        return new NewChild(
                row.get(1).isEmpty() ? "unknown" : row.get(1),
                row.get(0),
                null,
                born,
                false,
                row.get(3),
                null,
                null,
                Map.of(),
                List.of(),
                List.of());
    }

    private static List<List<String>> rows(InventedFiles files, int families) {
        return rows(files, families, 0.15);
    }

    private static List<List<String>> rows(InventedFiles files, int families, double twice) {
        return files.children(families, twice).rows().stream()
                .map(row -> row.subList(1, 8))
                .toList();
    }
}
