package lantern.children.imports.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.Candidate;
import lantern.children.Matcher;
import lantern.children.NewChild;
import lantern.children.Wanted;
import lantern.children.imports.file.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether children of a file are in the register. A batch is first held against the register in one statement: an identifier, the
 * birthday with how both names sound, or both names with a birthday near it. Only whoever has a namesake then is matched one by one.
 */
@Component
class AlreadyKnown {
    static final Answer NEW = new New();
    /** More likely than not the same child. */
    private static final double LIKELY = 0.5;

    private static final int PERCENT = 100;

    private static final String NAMESAKES = """
            select unnest(children.namesakes(:families::text[], :givens::text[], :borns::text[]::date[], :identifierOf::int[], :kinds::text[],
                                             :values::text[]))
            """;

    private final JdbcClient db;
    private final Matcher matcher;

    AlreadyKnown(JdbcClient db, Matcher matcher) {
        this.db = db;
        this.matcher = matcher;
    }

    sealed interface Answer {}

    record New() implements Answer {}

    record Same(UUID child) implements Answer {}

    record Perhaps(String words) implements Answer {}

    /** An answer for each row that is not plainly new. */
    Map<Line, Answer> of(Map<Line, NewChild> rows) {
        var lines = List.copyOf(rows.keySet());
        var answers = new HashMap<Line, Answer>();
        for (var line : lines) {
            if (!line.text("same_as").isEmpty()) answers.put(line, decided(line));
        }
        for (var n : namesakes(List.copyOf(rows.values()))) {
            var line = lines.get(n);
            if (!answers.containsKey(line)) answers.put(line, answer(rows.get(line)));
        }
        return answers;
    }

    private Answer decided(Line line) {
        var same = line.text("same_as");
        if (same.toLowerCase(Locale.ROOT).equals("new")) return NEW;
        var sql =
                "select id from children.child where authority_id = (select ctx.authority()) and reference = :reference";
        return db.sql(sql)
                .param("reference", same.toUpperCase(Locale.ROOT))
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .<Answer>map(Same::new)
                .orElseGet(
                        () -> new Perhaps(
                                "there is no child with this reference. Write the reference of the child's page, such as C-1000001, or new"));
    }

    private Set<Integer> namesakes(List<NewChild> children) {
        var identifierOf = new ArrayList<Integer>();
        var kinds = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var i = 0; i < children.size(); i++) {
            for (var each : children.get(i).identifiers().entrySet()) {
                identifierOf.add(i);
                kinds.add(each.getKey());
                values.add(each.getValue());
            }
        }
        return new HashSet<>(db.sql(NAMESAKES)
                .param("families", children.stream().map(NewChild::familyName).toArray(String[]::new))
                .param("givens", children.stream().map(NewChild::givenNames).toArray(String[]::new))
                .param("borns", children.stream().map(AlreadyKnown::born).toArray(String[]::new))
                .param("identifierOf", identifierOf.toArray(Integer[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .query((row, n) -> row.getInt(1))
                .list());
    }

    private static @Nullable String born(NewChild child) {
        return child.dateOfBirth() == null ? null : child.dateOfBirth().toString();
    }

    private Answer answer(@Nullable NewChild child) {
        if (child == null) return NEW;
        var wanted = new Wanted(
                child.familyName(),
                child.givenNames(),
                child.knownAs(),
                child.dateOfBirth(),
                child.sex(),
                child.identifiers(),
                child.addresses().stream()
                        .map(NewChild.Address::postcode)
                        .filter(code -> code != null)
                        .toList(),
                child.phones());
        var found = matcher.candidates(wanted, 3);
        if (found.isEmpty()) return NEW;
        var first = found.getFirst();
        if (first.certain()) return new Same(first.child());
        return first.probability() < LIKELY ? NEW : new Perhaps(words(first));
    }

    private static String words(Candidate first) {
        return "this may be " + first.reference() + ", who is in the register ("
                + Math.min(PERCENT - 1, Math.round(first.probability() * PERCENT))
                + " in 100). Compare them, and write " + first.reference() + " or new in the column same_as";
    }
}
