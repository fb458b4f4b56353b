package lantern.oversight.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.Paper;

/** All of them, in the order of the inventory. */
public final class PaperRules {
    private PaperRules() {}

    public static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        findings.addAll(BandRules.check(paper));
        findings.addAll(ShareRules.check(paper));
        findings.addAll(TotalRules.check(paper));
        findings.addAll(FigureRules.check(paper));
        findings.addAll(DateRules.check(paper));
        findings.addAll(TrackingRules.check(paper));
        findings.addAll(AcronymRules.check(paper));
        findings.addAll(WordRules.check(paper));
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Finding::order))
                .toList();
    }
}
