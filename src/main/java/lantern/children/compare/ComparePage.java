package lantern.children.compare;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.children.Candidate;
import lantern.children.Follows.Clash;
import lantern.children.record.ChildRecord;
import lantern.platform.web.Page;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Tag;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side, and what must be decided before they are one. As a confirmation it shows what was decided and asks once more.
 *
 * @param found the other record as the matching finds it by what this one says; null when it does not
 */
public record ComparePage(
        Form form,
        ChildRecord standing,
        ChildRecord merged,
        Comparison comparison,
        @Nullable Candidate found,
        List<Clash> clashes,
        boolean restricted,
        boolean confirming)
        implements Page.WithForm {
    @Override
    public String title() {
        return confirming ? "Merge these two records?" : "Are these two records one child?";
    }

    @Override
    public String back() {
        return confirming ? compared() : "/children/" + standing.id() + "/merges/new";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public UUID child() {
        return standing.id();
    }

    public String compared() {
        return "/children/" + standing.id() + "/merges/new?with=" + merged.reference();
    }

    public Radios question(Comparison.Row row) {
        var fact = java.util.Objects.requireNonNull(row.fact());
        return Radios.of(fact.field, row.title() + ": which one stands?")
                .item("standing", row.standing())
                .item("merged", row.merged())
                .small()
                .from(form);
    }

    public Radios question(Clash clash) {
        return Radios.of(clash.key(), clash.question())
                .hint(clash.explained())
                .items(clash.answers())
                .from(form);
    }

    public Tag verdict(Comparison.Row row) {
        var tag = Tag.of(row.verdict());
        return switch (row.verdict()) {
            case "Same" -> tag.colour("green");
            case "Differs" -> tag.colour("orange");
            default -> tag.grey();
        };
    }

    /** What was decided, in words, for the second look. */
    public List<String> decided() {
        var all = new java.util.ArrayList<String>();
        for (var row : comparison.toDecide()) {
            var fact = java.util.Objects.requireNonNull(row.fact());
            all.add(row.title() + ": " + ("merged".equals(form.value(fact.field)) ? row.merged() : row.standing()));
        }
        for (var clash : clashes)
            all.add(clash.explained() + " " + clash.answers().getOrDefault(form.value(clash.key()), ""));
        return all;
    }

    /** How the matching sees the two, in words. */
    public String matched() {
        if (found == null) return "Searching by what the second record says does not find the first.";
        var percent = (int) Math.floor(found.probability() * 100);
        return "The matching says " + (percent >= 99 ? "more than 99" : String.valueOf(percent)) + " in 100: "
                + why(found.working()) + ".";
    }

    static String why(List<Candidate.Compared> working) {
        return working.stream()
                .filter(each -> each.level() != Candidate.Level.MISSING)
                .map(Candidate.Compared::words)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
