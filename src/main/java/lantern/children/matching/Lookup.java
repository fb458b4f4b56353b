package lantern.children.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.children.Wanted;
import lantern.children.linkage.text.GivenNames;
import lantern.children.linkage.text.Words;
import lantern.children.matching.Names.NameForms;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database who may be the wanted child: one bounded call, whatever the register's size, and a second one for those out of sight. */
final class Lookup {
    /** The most that one kind of lookup, and all of them together, may bring. */
    private static final int MOST = 50;

    private static final int FORMS = 16;

    private static final String QUESTION =
            ":families::text[], :givens::text[], :born::date[], :bornNear::date[], :kinds::text[], :numbers::text[], :postcodes::text[], :phones::text[]";

    private static final String CANDIDATES = """
            select found.ids, k.*
            from (select array(select child_id from children.candidates(%s, :most)) as ids) found
            left join lateral children.known(found.ids, cardinality(:numbers::text[]) > 0, cardinality(:postcodes::text[]) > 0,
                                             cardinality(:phones::text[]) > 0) k on true
            """.formatted(QUESTION);

    private static final String LIKENESS = "select * from children.likeness(:ids, %s)".formatted(QUESTION);

    private Lookup() {}

    /** Those whose values the reader's own policies show, and those of whom it shows none. */
    record Found(List<Known> inSight, List<Known.Resemblance> outOfSight) {}

    static Found candidates(JdbcClient db, Wanted wanted) {
        var inSight = new ArrayList<Known>();
        var rest = new LinkedHashSet<UUID>();
        question(db.sql(CANDIDATES), wanted).param("most", MOST).query(row -> {
            if (row.isFirst())
                rest.addAll(Arrays.asList((UUID[]) row.getArray("ids").getArray()));
            if (row.getObject("child_id") != null) inSight.add(known(row));
        });
        inSight.forEach(each -> rest.remove(each.child()));
        if (rest.isEmpty()) return new Found(inSight, List.of());
        var outOfSight = question(db.sql(LIKENESS), wanted)
                .param("ids", rest.toArray(UUID[]::new))
                .query((row, n) -> resemblance(row))
                .list();
        return new Found(inSight, outOfSight);
    }

    private static JdbcClient.StatementSpec question(JdbcClient.StatementSpec statement, Wanted wanted) {
        var names = NameForms.of(wanted);
        var born = wanted.dateOfBirth() == null ? Set.<LocalDate>of() : Births.swapped(wanted.dateOfBirth());
        var near = wanted.dateOfBirth() == null ? Set.<LocalDate>of() : Births.oneDigitOut(wanted.dateOfBirth());
        return statement
                .param("families", array(families(names)))
                .param("givens", array(givens(names)))
                .param("born", array(born))
                .param("bornNear", array(near))
                .param("kinds", array(wanted.identifiers().keySet()))
                .param("numbers", array(wanted.identifiers().values()))
                .param("postcodes", array(wanted.postcodes()))
                .param("phones", array(wanted.phones()));
    }

    // The whole name first: the letters-in-common lookup takes only that one.
    private static Collection<String> families(NameForms names) {
        var families = new LinkedHashSet<>(names.families());
        for (var family : names.families()) {
            var parts = Words.parts(family);
            if (parts.size() > 1)
                parts.stream().filter(part -> part.length() > 3).forEach(families::add);
        }
        return families;
    }

    private static Collection<String> givens(NameForms names) {
        var givens = new LinkedHashSet<String>();
        for (var given : names.givens()) givens.addAll(Words.parts(given));
        for (var given : List.copyOf(givens)) givens.addAll(GivenNames.formsOf(Words.key(given)));
        return givens.stream().limit(FORMS).toList();
    }

    private static String[] array(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("child_id", UUID.class),
                strings(row, "names").stream().map(Lookup::name).toList(),
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("birth_precision").equals("approximate"),
                row.getString("sex"),
                strings(row, "identifiers").stream().map(Lookup::identifier).toList(),
                Set.copyOf(strings(row, "postcodes_known")),
                Set.copyOf(strings(row, "phones_known")));
    }

    private static Known.Resemblance resemblance(ResultSet row) throws SQLException {
        return new Known.Resemblance(
                row.getObject("child_id", UUID.class),
                row.getInt("family"),
                row.getInt("given"),
                row.getInt("birth"),
                row.getInt("postcode"),
                row.getInt("phone"),
                Set.copyOf(strings(row, "same_kinds")),
                Set.copyOf(strings(row, "other_kinds")));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Known.Name name(String joined) {
        var parts = joined.split("\u001f", -1);
        return new Known.Name(parts[0].equals("current"), parts[1], parts[2]);
    }

    private static Known.Identifier identifier(String joined) {
        var parts = joined.split("\u001f", -1);
        return new Known.Identifier(parts[0], parts[1].equals("true"), parts[2]);
    }
}
