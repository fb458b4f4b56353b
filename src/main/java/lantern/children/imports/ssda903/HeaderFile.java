package lantern.children.imports.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.Children;
import lantern.children.NewChild;
import lantern.children.care.CareCodes;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.SourceKeys;
import lantern.children.imports.source.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The children of the return. It has no names: who is not in the register by an identifier is added under the return's number. */
@Component
class HeaderFile {
    static final String KIND = "ssda903-header";
    /** Why a child has no pupil number (national return, codes of UPN). */
    private static final Set<String> NO_UPN = Set.of("", "UN1", "UN2", "UN3", "UN4", "UN5");

    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final Children children;
    private final SourceKeys keys;

    HeaderFile(JdbcClient db, Children children, SourceKeys keys) {
        this.db = db;
        this.children = children;
        this.keys = keys;
    }

    void take(List<Line> lines, Tally tally, Care care, Import importing) {
        var seen = new HashSet<String>();
        for (var line : lines) check(line, seen, importing);
        for (var from = 0; from < lines.size(); from += BATCH) {
            var batch = lines.subList(from, Math.min(from + BATCH, lines.size())).stream()
                    .filter(Line::sound)
                    .toList();
            takeBatch(batch, tally, care, importing);
        }
    }

    private static void check(Line line, Set<String> seen, Import importing) {
        var number = line.text("child");
        if (number.isEmpty()) line.wrong("child", "is empty. Write the child's number of the return");
        else if (!seen.add(number))
            line.wrong("child", "another row of this file has the same number. Leave one row for each child");
        if (line.text("dob").isEmpty()) line.wrong("dob", "is empty. Write the date of birth (rule 102)");
        line.pastDay("dob", importing.today());
        if (sex(line) == null)
            line.wrong(
                    "sex",
                    "\"" + line.text("sex") + "\" is not a sex of the return. Write 1 or M, 2 or F, U (rule 101)");
        if (line.text("ethnic").isEmpty())
            line.wrong("ethnic", "is empty. Write the child's ethnicity code (rule 103)");
        line.code("ethnic", CareCodes.ETHNICITIES, "an ethnicity of the return (rule 103)");
    }

    private static @Nullable String sex(Line line) {
        return switch (line.text("sex")) {
            case "1", "M", "m" -> "male";
            case "2", "F", "f" -> "female";
            case "U", "u" -> "not-known";
            default -> null;
        };
    }

    private void takeBatch(List<Line> lines, Tally tally, Care care, Import importing) {
        var before =
                keys.before(KIND, lines.stream().map(line -> line.text("child")).toList());
        var born = births(before.values().stream().map(SourceKeys.Before::child).toList());
        var added = new LinkedHashMap<Line, NewChild>();
        var taken = new LinkedHashMap<Taken, String>();
        var known = byIdentifiers(lines);
        for (var line : lines) {
            var earlier = before.get(line.text("child"));
            var found = earlier != null ? earlier.child() : same(line, known);
            if (!line.sound()) continue;
            if (found == null) {
                added.put(line, child(line));
            } else if (earlier == null) {
                taken.put(new Taken(line, found), line.text("child"));
            } else if (born(line).equals(born.get(found))) {
                tally.before();
                care.add(line.text("child"), new Care.Child(found, born(line)));
            } else {
                line.wrong("dob", "the register has another date of birth for this child. Correct one of the two");
            }
        }
        if (!added.isEmpty()) {
            var ids = children.registerAll(List.copyOf(added.values()), importing.by(), importing.at());
            var i = 0;
            for (var line : added.keySet()) taken.put(new Taken(line, ids.get(i++)), line.text("child"));
        }
        keys.remember(KIND, taken, importing);
        taken.forEach((each, number) -> care.add(number, new Care.Child(each.child(), born(each.line()))));
        tally.taken(taken.size());
        keys.counted(0, taken.size());
    }

    private static LocalDate born(Line line) {
        return java.util.Objects.requireNonNull(line.day("dob"));
    }

    private static @Nullable UUID same(Line line, Map<String, Known> known) {
        for (var kind : identifiers(line).entrySet()) {
            var found = known.get(kind.getKey() + IdentifierKind.key(kind.getValue()));
            if (found == null) continue;
            if (born(line).equals(found.born)) return found.child;
            line.wrong(
                    "dob",
                    found.reference + " of the register has this "
                            + IdentifierKind.of(kind.getKey()).inSentence()
                            + " and another date of birth. Correct one of the two");
        }
        return null;
    }

    private static Map<String, String> identifiers(Line line) {
        var identifiers = new LinkedHashMap<String, String>();
        identifiers.put("looked-after-id", line.text("child"));
        if (!NO_UPN.contains(line.text("upn"))) identifiers.put("upn", line.text("upn"));
        return identifiers;
    }

    private static NewChild child(Line line) {
        var sex = sex(line);
        return new NewChild(
                line.text("child") + " (name not known)",
                "",
                null,
                born(line),
                false,
                sex == null ? "not-known" : sex,
                line.code("ethnic", CareCodes.ETHNICITIES, "an ethnicity of the return"),
                null,
                identifiers(line),
                List.of(),
                List.of());
    }

    private record Known(
            UUID child, String reference, @Nullable LocalDate born) {}

    private Map<String, Known> byIdentifiers(List<Line> lines) {
        var kinds = new ArrayList<String>();
        var values = new ArrayList<String>();
        lines.forEach(line -> identifiers(line).forEach((kind, value) -> {
            kinds.add(kind);
            values.add(IdentifierKind.key(value));
        }));
        var sql = """
                select i.kind, i.value_key, c.id, c.reference, c.date_of_birth
                from unnest(:kinds::text[], :values::text[]) w (kind, key)
                join children.identifier i on i.authority_id = (select ctx.authority()) and i.kind = w.kind and i.value_key = w.key
                join children.child c on c.authority_id = i.authority_id and c.id = i.child_id
                """;
        var known = new HashMap<String, Known>();
        db.sql(sql)
                .param("kinds", kinds.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("kind") + row.getString("value_key"),
                            new Known(
                                    row.getObject("id", UUID.class),
                                    row.getString("reference"),
                                    row.getObject("date_of_birth", LocalDate.class)));
                });
        return known;
    }

    Map<UUID, LocalDate> births(List<UUID> ids) {
        var sql = "select id, date_of_birth from children.child"
                + " where authority_id = (select ctx.authority()) and id = any (:ids) and date_of_birth is not null";
        var births = new HashMap<UUID, LocalDate>();
        db.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            births.put(row.getObject("id", UUID.class), row.getObject("date_of_birth", LocalDate.class));
        });
        return births;
    }

    /** The children of the other files whom this import's header did not name: those of an earlier import. */
    void earlier(List<Line> lines, Care care) {
        var numbers = lines.stream()
                .map(line -> line.text("child"))
                .filter(number -> care.child(number) == null)
                .distinct()
                .toList();
        if (numbers.isEmpty()) return;
        var before = keys.before(KIND, numbers);
        var born = births(before.values().stream().map(SourceKeys.Before::child).toList());
        before.forEach((number, row) -> {
            var birth = born.get(row.child());
            if (birth != null) care.add(number, new Care.Child(row.child(), birth));
        });
    }
}
