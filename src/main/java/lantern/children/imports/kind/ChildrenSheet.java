package lantern.children.imports.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.children.Children;
import lantern.children.NewChild;
import lantern.children.care.CareCodes;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.Taken;
import org.springframework.stereotype.Component;

/** Children: each is looked for first, and who may be a child of the register already is for a person to decide. */
@Component
class ChildrenSheet implements Sheet {
    private static final List<String> SEXES = List.of("female", "male", "not-known");
    private static final Map<String, String> IDENTIFIERS = Map.of(
            "upn",
            "upn",
            "nhs_number",
            "nhs-number",
            "police_nominal",
            "police-nominal",
            "looked_after_id",
            "looked-after-id");

    private final Children children;
    private final AlreadyKnown known;

    ChildrenSheet(Children children, AlreadyKnown known) {
        this.children = children;
        this.known = known;
    }

    @Override
    public Kind kind() {
        return Kind.CHILDREN;
    }

    @Override
    public List<Taken> take(List<Line> lines, Map<Line, UUID> none, Import importing) {
        var taken = new ArrayList<Taken>();
        var waiting = new LinkedHashMap<Line, NewChild>();
        for (var line : lines) {
            var child = read(line, importing);
            if (line.sound()) waiting.put(line, child);
        }
        while (!waiting.isEmpty()) {
            // Rows that look like one child are not taken together: the second is held against the first.
            var round = new LinkedHashMap<Line, NewChild>();
            var seen = new HashSet<String>();
            waiting.forEach((line, child) -> {
                var keys = keys(child);
                if (keys.stream().noneMatch(seen::contains)) round.put(line, child);
                seen.addAll(keys);
            });
            round.keySet().forEach(waiting::remove);
            taken.addAll(takeApart(round, importing));
        }
        return taken;
    }

    private List<Taken> takeApart(Map<Line, NewChild> rows, Import importing) {
        var taken = new ArrayList<Taken>();
        var answers = known.of(rows);
        var added = new LinkedHashMap<Line, NewChild>();
        rows.forEach((line, child) -> {
            switch (answers.getOrDefault(line, AlreadyKnown.NEW)) {
                case AlreadyKnown.Same same -> taken.add(new Taken(line, same.child()));
                case AlreadyKnown.New any -> added.put(line, child);
                case AlreadyKnown.Perhaps perhaps -> line.wrong("same_as", perhaps.words());
            }
        });
        if (added.isEmpty()) return taken;
        var ids = children.registerAll(List.copyOf(added.values()), importing.by(), importing.at());
        var i = 0;
        for (var line : added.keySet()) taken.add(new Taken(line, ids.get(i++)));
        return taken;
    }

    private static List<String> keys(NewChild child) {
        var keys = new ArrayList<String>();
        keys.add((child.familyName() + "|" + child.givenNames() + "|" + child.dateOfBirth()).toLowerCase(Locale.ROOT));
        child.identifiers().forEach((kind, value) -> keys.add(kind + IdentifierKind.key(value)));
        return keys;
    }

    private static NewChild read(Line line, Import importing) {
        var identifiers = new LinkedHashMap<String, String>();
        IDENTIFIERS.forEach((column, kind) -> {
            if (!line.text(column).isEmpty()) identifiers.put(kind, line.text(column));
        });
        var sex = line.oneOf("sex", SEXES);
        return new NewChild(
                line.text("family_name"),
                line.text("given_names"),
                line.orNull("known_as"),
                line.pastDay("date_of_birth", importing.today()),
                "yes".equals(line.oneOf("birth_approximate", List.of("yes", "no"))),
                sex == null ? "not-known" : sex,
                line.code("ethnicity", CareCodes.ETHNICITIES, "a code of the national return"),
                line.orNull("description"),
                identifiers,
                line.text("address").isEmpty() && line.text("postcode").isEmpty()
                        ? List.of()
                        : List.of(new NewChild.Address(line.text("address"), line.orNull("postcode"), "home")),
                line.text("phone").isEmpty() ? List.of() : List.of(line.text("phone")));
    }
}
