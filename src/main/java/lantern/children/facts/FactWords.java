package lantern.children.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.facts.kind.FactField;
import lantern.children.facts.kind.FactKind;
import lantern.children.facts.kind.FactKinds;
import lantern.children.forms.Typed;
import lantern.children.identifiers.Postcode;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts as their page tells them: codes, people and other children in words. */
@Component
public class FactWords {
    private final Facts facts;
    private final Children children;
    private final Names names;
    private final JdbcClient db;

    FactWords(Facts facts, Children children, Names names, JdbcClient db) {
        this.facts = facts;
        this.children = children;
        this.names = names;
        this.db = db;
    }

    /** The facts of a kind that is added on a page of its own, and what they were before. */
    public FactsPage of(String path, ChildFacts child, boolean mayWrite) {
        var kind = FactKinds.of(path);
        return page(kind, child, facts.of(kind, child.id()), Form.EMPTY, mayWrite);
    }

    FactsPage page(FactKind kind, ChildFacts child, List<Facts.Fact> known, Form form, boolean mayWrite) {
        var amended = facts.amended(kind, child.id());
        var people = new HashSet<@Nullable UUID>();
        known.forEach(each -> people.add(each.recordedBy()));
        amended.forEach(each -> people.add(each.by()));
        var called = names.of(people.stream().filter(Objects::nonNull).toList());
        var others = others(
                kind,
                Stream.concat(
                                known.stream().map(Facts.Fact::row),
                                amended.stream().map(Facts.Amended::was))
                        .toList());
        var rows = known.stream().map(each -> row(kind, each, called, others)).toList();
        var here = "/children/" + child.id() + "/" + kind.path();
        return new FactsPage(
                form,
                child.id(),
                child.name(),
                child.reference(),
                kind.path(),
                kind.title(),
                kind.singular().toLowerCase(Locale.ROOT),
                kind.words(),
                kind.one(),
                kind.dated(),
                kind.endable(),
                rows,
                amended.stream().map(each -> was(kind, each, called, others)).toList(),
                mayWrite
                        ? kind.fields().stream()
                                .map(each -> each.question(form))
                                .toList()
                        : List.of(),
                mayWrite ? (kind.one() ? here + "/" + child.id() + "/correction" : here) : null);
    }

    String told(FactKind kind, Facts.Fact fact) {
        return kind.toldWhole(fact.row(), others(kind, List.of(fact.row())));
    }

    private static FactsPage.Row row(FactKind kind, Facts.Fact fact, Names.Called called, Map<String, String> others) {
        var row = fact.row();
        var from = FactKind.day(row, "starts_on");
        var until = FactKind.day(row, "ends_on");
        var earlier = "previous".equals(FactKind.text(row, "kind"));
        var other = FactKind.text(row, "other_child_id");
        var by = called.name(fact.recordedBy());
        var words = kind.told(row, others);
        return new FactsPage.Row(
                fact.id(),
                words.isEmpty() ? "Not recorded" : words,
                other != null && others.containsKey(other) ? "/children/" + other : null,
                wrong(row),
                from == null ? "Not known" : London.day(from),
                until != null ? London.day(until) : earlier ? "Not known" : "Now",
                (fact.recordedAt() == null ? "" : London.day(London.date(fact.recordedAt())))
                        + (by == null ? "" : ", " + by),
                until == null && !earlier);
    }

    // Wrong ones are kept as given and marked (spec: matching.md).
    private static @Nullable String wrong(Map<String, @Nullable Object> row) {
        if (Boolean.FALSE.equals(row.get("well_formed")))
            return "upn".equals(row.get("kind")) ? "Check letter wrong" : "Check digit wrong";
        var postcode = FactKind.text(row, "postcode");
        return postcode == null || Postcode.isWellFormed(postcode) ? null : "Postcode form wrong";
    }

    private static FactsPage.Was was(
            FactKind kind, Facts.Amended each, Names.Called called, Map<String, String> others) {
        var how =
                switch (each.act()) {
                    case "corrected" -> "Corrected ";
                    case "ended" -> "End recorded ";
                    default -> "Withdrawn ";
                };
        var by = called.name(each.by());
        return new FactsPage.Was(
                kind.toldWhole(each.was(), others),
                how + London.dateTime(each.at()) + (by == null ? "" : " by " + by),
                each.because() == null ? "" : each.because());
    }

    /** The names of the children that facts name, as far as the reader may see them. */
    private Map<String, String> others(FactKind kind, List<Map<String, @Nullable Object>> rows) {
        if (kind.fields().stream().noneMatch(each -> each.type() == FactField.Type.CHILD)) return Map.of();
        var ids = new HashSet<UUID>();
        for (Map<String, @Nullable Object> row : rows) {
            var other = FactKind.text(row, "other_child_id");
            if (other != null) ids.add(UUID.fromString(other));
        }
        var found = new HashMap<String, String>();
        children.findAll(ids)
                .forEach(each -> found.put(each.id().toString(), each.name() + " (" + each.reference() + ")"));
        return found;
    }

    /** The id of the child whose reference was typed. */
    @Nullable
    String childOf(@Nullable String reference, FactField field, Typed typed) {
        if (reference == null) return null;
        var sql =
                "select id from children.v_child where authority_id = (select ctx.authority()) and reference = :reference";
        var id = db.sql(sql)
                .param("reference", reference.strip().toUpperCase(Locale.ROOT))
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
        typed.refuseIf(id.isEmpty(), field.name(), "No record that you can see has this reference");
        return id.map(UUID::toString).orElse(null);
    }

    String referenceOf(String child) {
        return children.find(UUID.fromString(child)).map(ChildFacts::reference).orElse("");
    }
}
