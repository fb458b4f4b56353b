package lantern.oversight.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantern.oversight.checks.Finding;
import lantern.oversight.dates.Target;
import lantern.oversight.dates.Written;
import lantern.oversight.inquiry.Scale;
import lantern.oversight.paper.Paper;
import lantern.oversight.paper.Tracked;
import org.jspecify.annotations.Nullable;

/** C17, C20 to C26, C47 and A2.1: recommendations whose category, dates, evidence and conclusion do not fit each other. */
final class TrackingRules {
    static final Pattern NOT_DONE = Pattern.compile(
            "\\b(?:(?:have|has|had) not (?:yet )?(?:been|gone|started|begun|adopted|completed|implemented)|(?:is|are|was|were) not (?:yet )?(?:in place|complete|completed|implemented|clear what)|not yet\\b|to date no\\b|no work has|not a good system|(?:is|are) (?:currently |still )?being (?:reviewed|developed|drafted)|still (?:in progress|to be done|outstanding|required)|work is still required|remains? outstanding|has stalled|was not taken forward)",
            Pattern.CASE_INSENSITIVE);
    static final Pattern FUTURE = Pattern.compile(
            "\\b(?:to be (?:delivered|completed|developed|launched|introduced|rolled out|held|provided|carried out|undertaken|established) (?:from|in|by|during|on)\\b|will (?:be|start|begin|commence|take place|consult|request|roll out|deliver|introduce|launch|develop)\\b|(?:is|are) planned (?:for|in|from)\\b|(?:is|are) (?:due|scheduled|expected) (?:to|for|in)\\b|(?:is|are) currently developing\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERED = Pattern.compile("(?m)(?:^|[\\s;:])\\(?([a-h])\\)\\s");
    private static final Pattern PRESENTED = Pattern.compile(
            "\\b(?:presented|reported|completed?|delivered|in place|done|submitted|brought)\\b[^.;]{0,120}?\\b(?:in|by)\\s+$",
            Pattern.CASE_INSENSITIVE);

    private TrackingRules() {}

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        var all = Tracked.in(paper);
        var dated = paper.dated();
        for (var each : all) one(each, dated, findings);
        conclusions(all, findings);
        spellings(all, findings);
        numbers(all, findings);
        return findings;
    }

    private static String name(Tracked each) {
        var number = each.number().toUpperCase(Locale.ROOT).replace(".", "");
        return number.isEmpty() ? "A recommendation" : number.startsWith("R") ? number : "Recommendation " + number;
    }

    private static void one(Tracked each, @Nullable LocalDate dated, List<Finding> findings) {
        if (each.assessment() == null) return;
        var reading = Scale.shipped().read(each.assessment());
        var category = reading.category();
        var raw = each.assessment().replaceAll("\\s+", " ").strip();
        if (!reading.onScale() && !raw.isEmpty())
            findings.add(new Finding("C25", name(each) + " has a category that is not on the scale: " + raw, raw));
        if (category == null) return;
        var evidence = each.evidenceText();
        if (!reading.numbered() && evidence.isBlank())
            findings.add(
                    new Finding("C25", name(each) + " has a category without its number and without evidence", raw));
        if (category.achieved()) achieved(each, category, evidence, dated, findings);
        if (category.needs().equals("anticipated-date") && !anticipates(each, evidence, dated))
            findings.add(new Finding(
                    "A2.1",
                    name(each) + " is in category " + category.number() + " without an anticipated completion date",
                    raw));
        if (category.needs().equals("obstacle")
                && !evidence.isBlank()
                && !evidence.toLowerCase(Locale.ROOT)
                        .matches(
                                "(?s).*(obstacle|prevented|legislation|awaiting|depends on|beyond|cannot|blocked|refused).*"))
            findings.add(new Finding("A2.1", name(each) + " is in category 4 without a named obstacle", raw));
        var last = each.target() == null ? null : Target.last(Target.read(each.target()));
        if (category.needs().equals("target-ahead") && last != null && dated != null && dated.isAfter(last))
            findings.add(new Finding(
                    "A2.1",
                    name(each) + " is in category 6 after its target date",
                    raw + ", target " + each.target() + ", paper of " + dated));
    }

    private static boolean anticipates(Tracked each, String evidence, @Nullable LocalDate dated) {
        if (evidence.toLowerCase(Locale.ROOT)
                .matches(
                        "(?s).*anticipated (completion )?(date|by).{0,40}\\d{4}.*|(?s).*expected to be (complete|achieved|completed).{0,60}\\d{4}.*"))
            return true;
        var last = each.target() == null ? null : Target.last(Target.read(each.target()));
        var after = dated != null ? dated : last;
        return after == null
                ? !Written.in(evidence).isEmpty()
                : Written.in(evidence + "\n" + each.assessment()).stream()
                        .anyMatch(date -> date.until().isAfter(after) && completing(evidence, date));
    }

    /** "A programme from April 2016" says when something starts, not when all is done. */
    private static boolean completing(String evidence, Written date) {
        var before =
                evidence.substring(0, Math.min(date.start(), evidence.length())).toLowerCase(Locale.ROOT);
        return !before.matches("(?s).*\\bfrom\\s+$");
    }

    private static void achieved(
            Tracked each, Scale.Category category, String evidence, @Nullable LocalDate dated, List<Finding> findings) {
        for (var sentence : Paper.split(evidence.replace('\n', ' '))) {
            if (NOT_DONE.matcher(sentence).find()) {
                findings.add(new Finding(
                        "C17", name(each) + " is " + category.full() + " while a part is not done", sentence));
                break;
            }
        }
        for (var sentence : Paper.split(evidence.replace('\n', ' '))) {
            if (FUTURE.matcher(sentence).find()) {
                findings.add(new Finding(
                        "C22",
                        name(each) + " is " + category.full() + " on evidence of what is still to come",
                        sentence));
                break;
            }
        }
        lettered(each, evidence, findings);
        if (each.target() == null) return;
        var targets = Target.read(each.target());
        var last = Target.last(targets);
        var kind = targets.getFirst().kind();
        if (last == null
                && kind != Target.Kind.BLANK
                && kind != Target.Kind.RECURRING
                && kind != Target.Kind.STARTS
                && kind != Target.Kind.IMMEDIATELY)
            findings.add(new Finding(
                    "C21",
                    name(each) + " is " + category.full()
                            + ", and its target has no final date, so nobody can tell in time from late",
                    "target " + each.target()));
        if (last == null) return;
        textAgainstCell(each, last, findings);
        if (category.number() != 1) return;
        var late = Written.in(evidence).stream()
                .filter(date -> date.from().isAfter(last))
                .findFirst();
        if (late.isPresent())
            findings.add(new Finding(
                    "C20",
                    name(each) + " is " + category.full() + " with evidence dated after its target",
                    "target " + each.target() + ", evidence of " + late.get().raw()));
        else if (dated != null
                && dated.isAfter(last)
                && evidence.toLowerCase(Locale.ROOT).matches("(?s).*\\bthis report\\b.*"))
            findings.add(new Finding(
                    "C20",
                    name(each) + " is " + category.full() + ", and its evidence is this report, dated after the target",
                    "target " + each.target() + ", report of " + dated));
    }

    private static void textAgainstCell(Tracked each, LocalDate last, List<Finding> findings) {
        for (var date : Written.in(each.words())) {
            var before = each.words().substring(0, date.start());
            if (date.precision() == Written.Precision.MONTH
                    && !last.isBefore(date.from()) != !last.isAfter(date.until())
                    && PRESENTED.matcher(before).find())
                findings.add(new Finding(
                        "C20",
                        name(each) + " says " + date.raw() + " in its text and another date in its cell",
                        "target " + each.target()));
        }
    }

    private static void lettered(Tracked each, String evidence, List<Finding> findings) {
        var asked = letters(each.words());
        var answered = letters(evidence);
        answered.retainAll(asked);
        if (asked.size() < 2 || answered.isEmpty()) return;
        asked.removeAll(answered);
        if (!asked.isEmpty())
            findings.add(new Finding(
                    "C47",
                    name(each) + " is achieved, and its evidence does not answer "
                            + asked.stream().map(letter -> letter + ")").collect(Collectors.joining(", ")),
                    "answered: " + answered));
    }

    private static Set<String> letters(String words) {
        return LETTERED.matcher(words)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void conclusions(List<Tracked> all, List<Finding> findings) {
        var wrong = all.stream()
                .filter(each -> each.concluding() && !each.datedColumn())
                .map(TrackingRules::name)
                .distinct()
                .toList();
        if (!wrong.isEmpty())
            findings.add(new Finding(
                    "C23",
                    wrong.size() + " concluded without a date: their table has other headings",
                    String.join(", ", wrong)));
        var blank = all.stream()
                .filter(each -> each.concluding()
                        && each.datedColumn()
                        && (each.concluded() == null
                                || Written.in(each.concluded()).isEmpty()))
                .map(TrackingRules::name)
                .distinct()
                .toList();
        if (!blank.isEmpty())
            findings.add(new Finding("C23", blank.size() + " concluded without a date", String.join(", ", blank)));
    }

    private static void spellings(List<Tracked> all, List<Finding> findings) {
        var spelled = new LinkedHashMap<Integer, Set<String>>();
        for (var each : all) {
            if (each.assessment() == null) continue;
            var reading = Scale.shipped().read(each.assessment());
            var category = reading.category();
            if (category == null) continue;
            var raw = each.assessment().replaceAll("\\s+", " ").strip();
            if (!reading.qualifier().isEmpty())
                raw = raw.substring(
                                0,
                                Math.max(0, raw.length() - reading.qualifier().length()))
                        .replaceFirst("[.,;:\\s]+$", "");
            spelled.computeIfAbsent(category.number(), key -> new LinkedHashSet<>())
                    .add(raw);
        }
        spelled.forEach((number, ways) -> {
            if (ways.size() > 1)
                findings.add(new Finding(
                        "C26",
                        "Category " + number + " is spelled in " + ways.size() + " ways",
                        String.join(" / ", ways)));
        });
    }

    /** One recommendation under two numbers, in one part of the paper and another. */
    private static void numbers(List<Tracked> all, List<Finding> findings) {
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) {
                var one = all.get(i);
                var other = all.get(j);
                if (one.number().isBlank()
                        || other.number().isBlank()
                        || digits(one).equals(digits(other))) continue;
                if (alike(one.words(), other.words()))
                    findings.add(
                            new Finding("C24", name(one) + " and " + name(other) + " have the same text", one.words()));
            }
    }

    private static String digits(Tracked each) {
        return each.number().replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    private static boolean alike(String one, String other) {
        var first = words(one);
        var second = words(other);
        var fewer = Math.min(first.size(), second.size());
        if (fewer < 4) return false;
        var both = new LinkedHashSet<>(first);
        both.retainAll(second);
        return both.size() >= Math.ceil(fewer * 0.8);
    }

    private static Set<String> words(String text) {
        return Pattern.compile("[a-z]{4,}")
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
