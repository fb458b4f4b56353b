package lantern.children.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Names;
import lantern.audit.LedgerLine;
import lantern.audit.LedgerSearch;
import lantern.audit.Looks;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries and puts names to the ids in them, as far as the reader may know the names. */
@Component
public class LedgerEntries {
    private static final int NAMED = 3;

    private final LedgerSearch search;
    private final Children children;
    private final People people;
    private final Acts acts;
    private final Names names;
    private final JdbcClient db;

    LedgerEntries(LedgerSearch search, Children children, People people, Acts acts, Names names, JdbcClient db) {
        this.search = search;
        this.children = children;
        this.people = people;
        this.acts = acts;
        this.names = names;
        this.db = db;
    }

    /** The question with its words made ids. {@code none}: it names a person or child that there is not, or several. */
    record Understood(
            LedgerSearch.Wanted wanted,
            @Nullable ChildFacts child,
            @Nullable UUID childId,
            People.@Nullable Person person,
            List<People.Person> choices,
            boolean none) {}

    Understood understand(Asked asked) {
        var found = asked.who().isEmpty() ? List.<People.Person>of() : people.find(asked.who());
        var person = found.size() == 1 ? found.getFirst() : null;
        var id = asked.child().isEmpty() ? null : childId(asked.child());
        var child = id == null ? null : children.find(id).orElse(null);
        var agency = asked.agency().isEmpty() ? null : id(asked.agency());
        var none = !asked.who().isEmpty() && person == null || !asked.child().isEmpty() && id == null;
        var wanted = asked.wanted(person == null ? null : person.id(), acts.of(asked.act()), agency);
        return new Understood(wanted, child, id, person, person == null ? found : List.of(), none);
    }

    List<LedgerLine> find(Understood asked, Looks.@Nullable Before before, int most) {
        if (asked.none()) return List.of();
        var id = asked.childId();
        if (id == null) return search.find(asked.wanted(), before, most);
        var found = search.about(id, asked.wanted(), before, most);
        return found.stream().filter(line -> alsoWanted(line, asked.wanted())).toList();
    }

    private static boolean alsoWanted(LedgerLine line, LedgerSearch.Wanted wanted) {
        return (wanted.agency() == null || wanted.agency().equals(line.agency()))
                && (wanted.purpose() == null || wanted.purpose().equals(line.purpose()))
                && (wanted.list() == null || wanted.list().equals(line.list()));
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("Choose from the list", "agency");
        }
    }

    /** A child the reader cannot see can be asked for by id, as the ledger's own rows name it; never by reference. */
    private @Nullable UUID childId(String text) {
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        var sql =
                "select id from children.child where authority_id = (select ctx.authority()) and reference = upper(:reference)";
        return db.sql(sql).param("reference", text).query(UUID.class).optional().orElse(null);
    }

    /** Rows of a page. {@code about}: of a list, only this child is named. */
    public List<LedgerPage.Row> rows(List<LedgerLine> lines, @Nullable UUID about) {
        var shown = new LinkedHashMap<LedgerLine, List<UUID>>();
        for (var line : lines) {
            var of = line.child() != null
                    ? List.of(line.child())
                    : about != null && line.children().contains(about)
                            ? List.of(about)
                            : line.children().stream().limit(NAMED).toList();
            shown.put(line, of);
        }
        var known =
                names(shown.values().stream().flatMap(List::stream).distinct().toList());
        var ids = new ArrayList<@Nullable UUID>();
        lines.forEach(line -> {
            ids.add(line.actor());
            ids.add(line.agency());
        });
        var called = names.of(ids);
        var rows = new ArrayList<LedgerPage.Row>();
        shown.forEach((line, of) -> rows.add(new LedgerPage.Row(
                line.at(),
                line.actor(),
                Objects.requireNonNullElse(
                        called.name(line.actor()), line.actor() == null ? "Nobody signed in" : "Not known"),
                called.name(line.agency()),
                Acts.words(line),
                of.stream().map(id -> new LedgerPage.Named(id, known.get(id))).toList(),
                Math.max(0, line.children().size() - of.size()),
                why(line))));
        return rows;
    }

    /** A reason that somebody gave; the address of the request stands there when nobody did. */
    private static String why(LedgerLine line) {
        var purpose = line.purpose();
        return purpose == null || purpose.matches("[A-Z]+ /.*") ? "" : purpose;
    }

    /** Names of those the reader may see. */
    public Map<UUID, String> names(List<UUID> ids) {
        var known = new HashMap<UUID, String>();
        children.findAll(ids).forEach(child -> known.put(child.id(), child.name() + ", " + child.reference()));
        return known;
    }

    Map<String, String> agencies() {
        var all = new LinkedHashMap<String, String>();
        people.agencies().forEach(each -> all.put(each.id().toString(), each.name()));
        return all;
    }

    Map<String, String> acts() {
        return acts.choices();
    }
}
