package lantern.oversight.cabinet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lantern.oversight.checks.Finding;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme.Row;

/** What is odd about a report to the executive. Codes are rows of the inventory: A1.31 options, A1.36 fixed sections, A2.4 risks, A2.6 kinds of decision. */
final class CabinetRules {
    private static final List<String> UPWARDS = List.of("low", "medium", "high");
    private static final Pattern ALL_CONSULTED =
            Pattern.compile("\\ball\\b[^.]*\\b(?:have|has|were|was) been consulted\\b", Pattern.CASE_INSENSITIVE);

    private CabinetRules() {}

    static List<Finding> check(CabinetReport report) {
        var findings = new ArrayList<Finding>();
        options(report, findings);
        sections(report, findings);
        for (var risk : report.rows(Lists.RISKS)) risk(risk, findings);
        decision(report, findings);
        consultation(report, findings);
        return findings;
    }

    private static void options(CabinetReport report, List<Finding> findings) {
        var options = report.rows(Lists.OPTIONS);
        var recommended = options.stream()
                .filter(each -> each.of("recommended").equals("yes"))
                .count();
        if (options.isEmpty()) findings.add(new Finding("A1.31", "The report names no option", ""));
        else if (recommended != 1)
            findings.add(new Finding(
                    "A1.31",
                    "One option is recommended, not " + (recommended == 0 ? "none" : recommended),
                    options.size() + " options"));
    }

    private static void sections(CabinetReport report, List<Finding> findings) {
        var silent = Lists.SECTIONS.field("section").of().entrySet().stream()
                .filter(each -> report.section(each.getKey()) == null)
                .map(Map.Entry::getValue)
                .toList();
        if (!silent.isEmpty())
            findings.add(new Finding(
                    "A1.36", "A fixed section says nothing: write None if that is meant", String.join(", ", silent)));
    }

    private static void risk(Row risk, List<Finding> findings) {
        var before = UPWARDS.indexOf(risk.of("uncontrolled"));
        var after = UPWARDS.indexOf(risk.of("controlled"));
        var from = risk.of("uncontrolled") + " to " + risk.of("controlled");
        if (after > before)
            findings.add(new Finding("A2.4", "A risk is greater with control than without: " + risk.of("title"), from));
        if (after < before && risk.of("controls").isBlank())
            findings.add(new Finding("A2.4", "A risk falls and no control is named: " + risk.of("title"), from));
        if (!risk.of("controls").isBlank() && risk.of("owner").isBlank())
            findings.add(new Finding(
                    "A2.4", "Nobody owns the controls of a risk: " + risk.of("title"), risk.of("controls")));
    }

    private static void decision(CabinetReport report, List<Finding> findings) {
        var inForce = report.row().day("in_force_on");
        if (inForce != null && !inForce.isAfter(report.consideredOn()))
            findings.add(new Finding(
                    "A2.6",
                    "It would hold before it could be called in",
                    "considered on " + report.consideredOn() + ", in force on " + inForce));
        var forInformation = report.row().of("purpose").equals("information");
        if (forInformation && report.row().of("decision_type").equals("key"))
            findings.add(new Finding("A2.6", "A report for information takes no key decision", ""));
        if (forInformation
                && report.rows(Lists.DECISIONS).stream()
                        .anyMatch(each -> !each.of("words").matches("(?is).*\\bnotes?\\b.*")))
            findings.add(new Finding(
                    "C40",
                    "The report is for information and recommends more than to note it",
                    report.rows(Lists.DECISIONS).getFirst().of("words")));
    }

    private static void consultation(CabinetReport report, List<Finding> findings) {
        var asked = report.rows(Lists.CONSULTEES).size();
        var said = report.rows(Lists.SECTIONS).stream()
                .map(each -> each.of("words"))
                .filter(each -> ALL_CONSULTED.matcher(each).find())
                .findFirst();
        if (said.isPresent() && report.returned() < asked)
            findings.add(new Finding(
                    "C42",
                    "The report says that all were consulted, and the table has fewer answers than questions",
                    report.returned() + " of " + asked + " answered; " + said.get()));
    }
}
