package lantern.oversight.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantern.oversight.dates.Target;
import lantern.oversight.dates.Written;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.inquiry.Recommendation.Status;
import org.jspecify.annotations.Nullable;

/** The rules that run over what is recorded of a recommendation: its category against its dates, parts, evidence and conclusion. */
public final class RecordRules {
    private static final Pattern STILL_TO_COME = Pattern.compile(
            "\\b(?:to be (?:delivered|completed|developed|launched|introduced)|will (?:be|start|begin)|is planned|are planned|is due to|are due to)\\b",
            Pattern.CASE_INSENSITIVE);

    private RecordRules() {}

    /** A finding of one recommendation. */
    public record Raised(Recommendation recommendation, Finding finding) {}

    public static List<Raised> check(Inquiry inquiry) {
        var raised = new ArrayList<Raised>();
        for (var each : inquiry.recommendations())
            for (var finding : check(each)) raised.add(new Raised(each, finding));
        return raised;
    }

    public static List<Finding> check(Recommendation it) {
        var findings = new ArrayList<Finding>();
        var latest = it.latest();
        if (it.concluded() != null) concluded(it, findings);
        if (latest == null) return findings;
        var category = latest.category();
        if (category == null) {
            findings.add(new Finding("C25", it.number() + " has a category that is not on the scale", latest.raw()));
            return findings;
        }
        var last = it.finalTarget();
        var meeting = latest.meeting().on();
        if (category.achieved()) achieved(it, category.number(), last, findings);
        if (category.needs().equals("anticipated-date")
                && Written.in(latest.anticipated()).isEmpty())
            findings.add(new Finding(
                    "A2.1",
                    it.number() + " is in category " + category.number() + " without an anticipated completion date",
                    latest.raw()));
        if (category.needs().equals("obstacle") && latest.obstacle().isBlank())
            findings.add(new Finding("A2.1", it.number() + " is in category 4 without a named obstacle", latest.raw()));
        if (category.needs().equals("target-ahead") && last != null && meeting.isAfter(last))
            findings.add(new Finding(
                    "A2.1",
                    it.number() + " is in category 6 after its target",
                    "target " + it.targetWords() + ", meeting of " + meeting));
        return findings;
    }

    private static void achieved(Recommendation it, int category, @Nullable LocalDate last, List<Finding> findings) {
        var open = it.parts().stream()
                .filter(part -> part.status() == Status.OPEN || part.status() == Status.NOT_DONE)
                .map(part -> part.label() + ") " + part.status().words().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        if (!open.isEmpty())
            findings.add(new Finding("C17", it.number() + " is achieved while a part is not done", open));
        var answered =
                it.standing().stream().flatMap(each -> each.labels().stream()).collect(Collectors.toSet());
        var silent = it.parts().stream()
                .map(Recommendation.SubPart::label)
                .filter(label -> !answered.contains(label))
                .toList();
        if (!answered.isEmpty() && !silent.isEmpty())
            findings.add(new Finding(
                    "C47", it.number() + " is achieved, and no evidence answers a part", String.join(", ", silent)));
        if (it.standing().isEmpty())
            findings.add(new Finding("C22", it.number() + " is achieved without any evidence", ""));
        it.standing().stream()
                .filter(each -> STILL_TO_COME.matcher(each.words()).find())
                .findFirst()
                .ifPresent(each -> findings.add(new Finding(
                        "C22", it.number() + " is achieved on evidence of what is still to come", each.words())));
        if (last == null && !Target.read(it.targetWords()).getFirst().kind().equals(Target.Kind.BLANK))
            findings.add(new Finding(
                    "C21", it.number() + " is achieved, and its target has no final date", it.targetWords()));
        if (category == 1 && last != null)
            it.standing().stream()
                    .filter(each -> each.on().isAfter(last))
                    .findFirst()
                    .ifPresent(each -> findings.add(new Finding(
                            "C20",
                            it.number() + " is in category 1 with evidence dated after its target",
                            "target " + it.targetWords() + ", evidence of " + each.on())));
    }

    private static void concluded(Recommendation it, List<Finding> findings) {
        var conclusion = it.concluded();
        if (conclusion == null) return;
        var on = conclusion.on();
        if (on == null) {
            findings.add(new Finding("C23", it.number() + " is concluded without a date", ""));
            return;
        }
        it.standing().stream()
                .filter(each -> each.contrary() && each.on().isAfter(on))
                .findFirst()
                .ifPresent(each -> findings.add(new Finding(
                        "C18",
                        it.number() + " is concluded, and later evidence says otherwise: reopen it?",
                        each.words())));
        it.evidence().stream()
                .filter(each -> each.supersededBy() != null && each.on().isBefore(on))
                .findFirst()
                .ifPresent(each -> findings.add(new Finding(
                        "C49", it.number() + " was concluded on evidence that was corrected", each.words())));
    }
}
