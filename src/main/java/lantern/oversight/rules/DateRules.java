package lantern.oversight.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantern.oversight.checks.Finding;
import lantern.oversight.dates.Written;
import lantern.oversight.paper.Paper;
import lantern.oversight.paper.Paper.Sentence;

/** C13, C14, C15 and C38: what cannot have happened yet, contracts that end twice, posts both filled and not, two frequencies for one thing. */
final class DateRules {
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:was|were|has been|have been|had been)\\s+(?:\\w+ly\\s+)?\\w+|\\b(?:reviewed|updated|launched|delivered|completed|held|published|issued|agreed|approved|introduced|established|trained|attended|commissioned|presented|revised|took place|began|started)\\b");
    private static final Pattern FUTURE = Pattern.compile(
            "\\b(?:will|to be|planned|due|expected|proposed|scheduled|would|shall|intend|intends|aim|aims|by|until|up to|from|target|anticipated|may|should|must|commissioned (?:up )?to|next)\\b");
    private static final Pattern ENDS = Pattern.compile(
            "\\b(?:until|up to|to the end of|ends?(?: on| in)?|ending(?: on| in)?|expires?(?: on| in)?|runs? (?:until|to)|in place until|extended to)\\s+(?:the\\s+)?(?:end of\\s+)?$");
    private static final Pattern CONTRACT =
            Pattern.compile("\\b(?:contracts?|commissioned|commissions?|extensions?|agreement)\\b");
    private static final Set<String> NO_PROVIDER = Set.of(
            "The",
            "A",
            "An",
            "All",
            "This",
            "These",
            "Our",
            "Contract",
            "Contracts",
            "It",
            "In",
            "Their",
            "Its",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "However",
            "Commissioned",
            "Services",
            "Service",
            "Council",
            "City");

    private DateRules() {}

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        var sentences = paper.sentences();
        notYet(paper, sentences, findings);
        contracts(sentences, findings);
        posts(sentences, findings);
        for (var sentence : sentences)
            if (sentence.lower()
                    .matches("(?s).*\\bannual(ly)?\\b[^.;|]{0,120}\\bon a (quarterly|monthly|weekly) basis\\b.*"))
                findings.add(new Finding("C38", "One thing has two frequencies", sentence.words()));
        return findings;
    }

    private static void notYet(Paper paper, List<Sentence> sentences, List<Finding> findings) {
        var dated = paper.dated();
        if (dated == null) return;
        for (var sentence : sentences) {
            if (paper.parts().get(sentence.part()) instanceof Paper.Heading) continue;
            for (var clause : sentence.words().split(";|, (?:and|but|while|which) | \\| ")) {
                for (var date : Written.in(clause)) {
                    if (!date.from().isAfter(dated)) continue;
                    var before = clause.substring(0, date.start()).toLowerCase(Locale.ROOT);
                    // the verb must lead to this date: "was reviewed in summer 2016"
                    var near = before.substring(Math.max(0, before.length() - 70));
                    if (!near.matches(
                                    "(?s).*\\b(?:in|on|during|since|of|at|early|late)\\s+(?:the\\s+)?(?:early |late )?$")
                            || FUTURE.matcher(near).find()
                            || !PAST.matcher(near).find()) continue;
                    findings.add(new Finding(
                            "C13",
                            "Told as past, but " + date.raw() + " comes after the paper's own date, " + dated,
                            sentence.words()));
                }
            }
        }
    }

    private static void contracts(List<Sentence> sentences, List<Finding> findings) {
        record End(Written date, Set<String> providers, String words) {}
        var ends = new ArrayList<End>();
        for (var sentence : sentences) {
            if (!CONTRACT.matcher(sentence.lower()).find() || sentence.lower().contains("inquiry")) continue;
            for (var date : Written.in(sentence.words())) {
                if (!ENDS.matcher(sentence.words().substring(0, date.start()).toLowerCase(Locale.ROOT))
                        .find()) continue;
                ends.add(new End(date, providers(sentence.words()), sentence.words()));
            }
        }
        var told = new LinkedHashMap<String, String>();
        for (int i = 0; i < ends.size(); i++)
            for (int j = i + 1; j < ends.size(); j++) {
                var one = ends.get(i);
                var other = ends.get(j);
                if (one.words.equals(other.words) || one.date.until().equals(other.date.until())) continue;
                var shared = one.providers.stream().anyMatch(other.providers::contains);
                if (!shared && !one.providers.isEmpty() && !other.providers.isEmpty()) continue;
                told.putIfAbsent(one.date.raw() + " and " + other.date.raw(), one.words + " / " + other.words);
            }
        told.forEach((dates, words) ->
                findings.add(new Finding("C14", "Two end dates for what reads as one contract: " + dates, words)));
    }

    private static Set<String> providers(String words) {
        return Pattern.compile("\\b[A-Z][A-Za-z'’]{2,}\\b")
                .matcher(words)
                .results()
                .map(match -> match.group())
                .filter(word -> !NO_PROVIDER.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void posts(List<Sentence> sentences, List<Finding> findings) {
        var filled = Pattern.compile(
                "\\b(co-?ordinators|co-?ordinator posts|social workers|area workers)\\b[^.;]{0,60}\\b(?:in post|were appointed|have been appointed|are appointed|appointed|recruited and in post)\\b|\\bappointed (?:three |two |four |\\d+ )?(?:\\w+ )?(co-?ordinators)\\b");
        var open = Pattern.compile(
                "\\b(co-?ordinators?|co-?ordinator posts|social workers|area workers)\\b[^.]{0,120}?\\bbeing recruited\\b");
        Sentence is = null;
        Sentence isNot = null;
        for (var sentence : sentences) {
            if (filled.matcher(sentence.lower()).find() && !sentence.lower().contains("will be"))
                is = is == null ? sentence : is;
            if (open.matcher(sentence.lower()).find()
                    || sentence.lower().matches("(?s).*co-?ordinator.*")
                            && sentence.lower().contains("are being recruited to")) isNot = sentence;
        }
        if (is != null && isNot != null && !is.equals(isNot))
            findings.add(new Finding(
                    "C15",
                    "The same posts are filled in one place and being recruited to in another",
                    is.words() + " / " + isNot.words()));
    }
}
