package lantern.children.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.audit.Ledger;
import lantern.children.Candidate;
import lantern.children.Candidate.Compared;
import lantern.children.Candidate.Level;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.References;
import lantern.children.matching.RankedMatcher;
import lantern.children.merge.MergedRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the matcher, and puts a child whose reference was typed first. Every answer is a look at each child it names. */
@Component
class Search {
    private static final int MOST = 20;

    private final JdbcClient db;
    private final Children children;
    private final MergedRecords merged;
    private final RankedMatcher matcher;
    private final List<References> references;
    private final Ledger ledger;

    Search(
            JdbcClient db,
            Children children,
            MergedRecords merged,
            RankedMatcher matcher,
            List<References> references,
            Ledger ledger) {
        this.db = db;
        this.children = children;
        this.merged = merged;
        this.matcher = matcher;
        this.references = references;
        this.ledger = ledger;
    }

    /**
     * @param hidden how many more may match whom the reader may not see
     * @param referred what has the typed reference
     */
    record Found(List<Candidate> children, int hidden, List<Referred> referred) {}

    /** What has a reference that was typed, and whose record it is on. */
    record Referred(
            ChildFacts child, String words, @Nullable String link) {}

    Found find(SearchText text) {
        var ranked = text.readings().isEmpty()
                ? new RankedMatcher.Ranked(List.of(), List.of())
                : matcher.rank(text.readings(), MOST);
        var found = new ArrayList<Candidate>();
        if (text.reference() != null) byReference(text.reference()).forEach(found::add);
        ranked.visible().stream()
                .filter(each -> found.stream().noneMatch(other -> other.child().equals(each.child())))
                .forEach(found::add);
        var referred = text.typedReference() == null ? List.<Referred>of() : referred(text.typedReference());
        var seen = Stream.concat(
                        found.stream().map(Candidate::child),
                        referred.stream().map(each -> each.child().id()))
                .distinct()
                .toList();
        // Also when nobody was found: somebody searched.
        if (!text.isEmpty()) ledger.looked(seen, "children-search");
        return new Found(List.copyOf(found), ranked.hidden(), referred);
    }

    private List<Referred> referred(String reference) {
        var found = references.stream()
                .flatMap(room -> room.find(reference).stream())
                .limit(MOST)
                .toList();
        if (found.isEmpty()) return List.of();
        var facts = children
                .findAll(found.stream()
                        .map(References.Referred::child)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(ChildFacts::id, each -> each));
        var shown = new ArrayList<Referred>();
        for (var each : found) {
            var child = facts.get(each.child());
            if (child != null) shown.add(new Referred(child, each.words(), each.link()));
        }
        return shown;
    }

    private List<Candidate> byReference(String reference) {
        var sql =
                "select id from children.child where authority_id = (select ctx.authority()) and reference = :reference";
        var ids = db.sql(sql)
                .param("reference", reference)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        if (!ids.isEmpty())
            return children.findAll(ids).stream()
                    .map(each -> exactly(each, "same reference"))
                    .toList();
        var stands = merged.standingFor(reference).map(List::of).orElse(List.of());
        return children.findAll(stands).stream()
                .map(each -> exactly(each, reference + " was merged into it"))
                .toList();
    }

    private static Candidate exactly(ChildFacts child, String why) {
        return new Candidate(child, 1, false, List.of(new Compared("reference", Level.AGREES, why, 0)));
    }
}
