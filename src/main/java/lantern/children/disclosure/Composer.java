package lantern.children.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.children.Sendable;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a document as the recipient would, beside what the preparer sees of it. */
@Component
class Composer {
    private final JdbcClient db;
    private final Access access;
    private final List<Sendable> documents;

    Composer(JdbcClient db, Access access, List<Sendable> documents) {
        this.db = db;
        this.access = access;
        this.documents = documents;
    }

    /**
     * @param part as the recipient sees it where they do, else as the preparer does
     * @param withheld why it stays out unless somebody says why; null when it goes by itself
     * @param beyond the recipient's own policy withholds it
     * @param needsSecond a second person must agree before it goes
     */
    record Composed(Sendable.Part part, @Nullable String withheld, boolean beyond, boolean needsSecond) {
        boolean goesByItself() {
            return withheld == null;
        }
    }

    Map<String, String> titles() {
        return documents.stream()
                .collect(Collectors.toMap(Sendable::code, Sendable::title, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    Sendable document(String code) {
        return documents.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose what to share", "document"));
    }

    List<Composed> compose(Disclosure disclosure) {
        var document = document(disclosure.document());
        var child = disclosure.child();
        var seen = document.parts(child);
        var theirs = disclosure.agency() == null
                ? Map.<String, Sendable.Part>of()
                : access.readAs(disclosure.agency(), () -> document.parts(child)).stream()
                        .collect(Collectors.toMap(Sendable.Part::code, each -> each));
        var risky = risky();
        var composed = new ArrayList<Composed>();
        for (var part : seen) {
            var section = risky.get(part.section());
            if (section == null) throw new IllegalStateException("There is no section " + part.section());
            composed.add(composed(disclosure, part, theirs.get(part.code()), section));
        }
        return composed;
    }

    private static Composed composed(
            Disclosure disclosure, Sendable.Part seen, Sendable.@Nullable Part theirs, Section section) {
        if (disclosure.agency() == null) {
            return new Composed(
                    seen, "Nothing goes outside Lantern by itself", false, section.highRisk || seen.address());
        }
        if (theirs == null)
            return new Composed(
                    seen,
                    disclosure.recipient() + " may not see: " + section.title.toLowerCase(java.util.Locale.ROOT),
                    true,
                    true);
        if (section.highRisk) return new Composed(theirs, "Of high risk in the wrong hands", false, true);
        if (seen.address())
            return new Composed(theirs, "An address is withheld unless somebody says why", false, false);
        return new Composed(theirs, null, false, false);
    }

    private record Section(String title, boolean highRisk) {}

    private Map<String, Section> risky() {
        var sections = new java.util.HashMap<String, Section>();
        db.sql("select code, title, high_risk from access.v_section").query(row -> {
            sections.put(row.getString("code"), new Section(row.getString("title"), row.getBoolean("high_risk")));
        });
        return sections;
    }
}
