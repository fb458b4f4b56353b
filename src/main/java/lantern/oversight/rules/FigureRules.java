package lantern.oversight.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.Paper;
import lantern.oversight.paper.Paper.Sentence;

/** C6, C7, C9, C10 and C12: what a figure is called, what it is a share of, whether it is at a day or over a time, and outliers. */
final class FigureRules {
    private static final List<String> PLAIN_SCALE = List.of("low", "medium", "high");
    private static final List<String> NAMED_SCALE = List.of("at risk", "significant", "serious");
    private static final List<String> NOT_YET = List.of(
            "awaiting risk classification",
            "awaiting classification",
            "subject of assessment",
            "subject to assessment",
            "being assessed",
            "not yet assessed",
            "awaiting assessment",
            "unclassified",
            "pending assessment");
    private static final Pattern SHARE_OF = Pattern.compile(
            "(\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|per ?cent)\\s+of\\s+(?:the |all |our |these |those )?(?:[a-z'-]+ ){0,3}?(children|young people|pupils|schools|cases|staff|drivers|carers|interviews|episodes|respondents|responders|families|parents|professionals|homes|premises|residents|pupil population|population)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile(
            "(?<![\\d.,/£-])(\\d{1,3}(?:,\\d{3})+|\\d{2,6})(?![\\d/]|[.,]\\d|\\s*%|(?:st|nd|rd|th)\\b)");
    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final Pattern FLOW = Pattern.compile(
            "\\b(?:during|throughout|in the (?:month|quarter|year|period)|over the|between|in) (?:the (?:month|quarter|year|period) (?:of )?)?(?:"
                    + MONTH + "|\\d{4})|\\bduring\\b|\\bnew(?:ly)? (?:referrals?|notified)");
    private static final Pattern STOCK =
            Pattern.compile("\\b(?:as (?:of|at)|at the end of|on) (?:the )?\\d{1,2}(?:st|nd|rd|th)? " + MONTH
                    + "|\\bas (?:of|at) (?:the end of )?" + MONTH
                    + "|\\bcurrently\\b|\\bat present\\b|\\bas of today\\b");
    private static final Pattern YEARS = Pattern.compile("\\b(20\\d\\d)\\s?[/–-]\\s?(?:20)?(\\d\\d)\\b");
    private static final String TRAINED =
            "(?:professionals|places|staff|people|practitioners|attendees|delegates|participants|workers|officers|teachers|governors)";
    private static final Pattern TRAINED_COUNT = Pattern.compile(
            "(?<![\\d.,/£-])(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d/]|[.,]\\d|\\s*%)\\s+(?:[a-z-]+ ){0,2}?" + TRAINED
                    + "\\b",
            Pattern.CASE_INSENSITIVE);

    private FigureRules() {}

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        var sentences = paper.sentences();
        vocabulary(sentences, findings);
        notYet(sentences, findings);
        denominators(paper, sentences, findings);
        stockAndFlow(sentences, findings);
        outliers(sentences, findings);
        return findings;
    }

    private static void vocabulary(List<Sentence> sentences, List<Finding> findings) {
        var plain = scale(sentences, PLAIN_SCALE);
        var named = scale(sentences, NAMED_SCALE);
        var text = sentences.stream().map(Sentence::lower).reduce("", (a, b) -> a + "\n" + b);
        var mapped = text.matches(
                "(?s).*(mapped (on)?to|corresponds? to|equivalent to|same as (at risk|significant|serious)).*");
        if (plain.size() == 3 && named.size() >= 2 && !mapped)
            findings.add(new Finding(
                    "C6",
                    "Two scales of risk for one population, and nothing says how they match: low, medium, high and at risk, significant, serious",
                    String.join(" / ", plain.values()) + " / " + String.join(" / ", named.values())));
        for (var sentence : sentences) {
            var match = Pattern.compile(
                            "vast majority[^.;]{0,80}?(\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|per ?cent)|(\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|per ?cent)[^.;]{0,80}?vast majority")
                    .matcher(sentence.lower());
            if (match.find()
                    && new BigDecimal(match.group(1) == null ? match.group(2) : match.group(1))
                                    .compareTo(BigDecimal.valueOf(75))
                            < 0)
                findings.add(new Finding(
                        "C6",
                        "Words say more than the figure: \"vast majority\" of less than three quarters",
                        sentence.words()));
        }
    }

    private static Map<String, String> scale(List<Sentence> sentences, List<String> words) {
        var found = new LinkedHashMap<String, String>();
        for (var sentence : sentences)
            for (var word : words) {
                var near = Pattern.compile("(?:\\d{1,3}(?:\\.\\d+)?\\s*(?:%|per ?cent)|\\d+)[^.;\\d]{0,14}\\b" + word
                                + "\\b|\\b" + word + "\\b(?: risk)?[^.;\\d]{0,14}\\d+(?:\\.\\d+)?")
                        .matcher(sentence.lower());
                if (near.find()) found.putIfAbsent(word, near.group().strip());
            }
        // "high" beside "higher" or a road name is no scale: all of it or nothing
        return found;
    }

    private static void notYet(List<Sentence> sentences, List<Finding> findings) {
        var labels = new LinkedHashMap<String, String>();
        for (var sentence : sentences)
            for (var label : NOT_YET)
                if (sentence.lower()
                        .matches("(?s).*(\\d+\\s*(?:\\([^)]*\\))?\\s*[-–—:|]?\\s*(?:were |are |is |was )?" + label + "|"
                                + label + "[^.;\\d]{0,12}\\d+).*")) labels.putIfAbsent(label, sentence.words());
        if (labels.size() > 1)
            findings.add(new Finding(
                    "C7",
                    "One place on the scale has two labels, and nothing says that it was renamed: "
                            + String.join(", ", labels.keySet()),
                    String.join(" / ", labels.values())));
    }

    private static void denominators(Paper paper, List<Sentence> sentences, List<Finding> findings) {
        var text = paper.text().toLowerCase(Locale.ROOT);
        for (var sentence : sentences) {
            if (sentence.lower()
                    .matches(
                            "(?s).*\\b(target|at least|must|should|required|requires|aim|goal|threshold|expected|pass rate|unmet)\\b.*"))
                continue;
            for (var match = SHARE_OF.matcher(sentence.words()); match.find(); ) {
                var noun = match.group(2).toLowerCase(Locale.ROOT);
                var share = new BigDecimal(match.group(1));
                var counts = counts(sentence.words());
                var named = Pattern.compile("\\d[\\d,]*\\s+(?:[a-z'-]+ ){0,2}?"
                                + (noun.contains("population") ? "(?:pupils|children|residents|people)" : noun) + "\\b")
                        .matcher(text.replace(match.group().toLowerCase(Locale.ROOT), ""))
                        .results()
                        .anyMatch(found -> !found.group().matches("(?:19|20)\\d\\d.*"));
                // "109 children, 0.044% of pupils": the whole must be somewhere, and be about what the two imply
                var implied = counts.stream()
                        .filter(count -> share.signum() > 0)
                        .map(count -> BigDecimal.valueOf(count * 100)
                                .divide(share, 0, RoundingMode.HALF_UP)
                                .longValue())
                        .toList();
                var given = counts(text).stream()
                        .anyMatch(number -> implied.stream()
                                .anyMatch(whole -> Math.abs(number - whole) <= Math.max(1, whole / 20)));
                if (!implied.isEmpty() ? !given && share.compareTo(BigDecimal.ONE) < 0 || !given && !named : !named)
                    findings.add(new Finding(
                            "C9", "A share of " + noun + " without how many " + noun + " there are", sentence.words()));
            }
        }
    }

    private static List<Long> counts(String words) {
        return COUNT.matcher(words)
                .results()
                .map(match -> Pair.number(match.group(1)))
                .filter(number -> number < 1990 || number > 2040)
                .toList();
    }

    /** One number of children told once as of a day and once over a month cannot be both. */
    private static void stockAndFlow(List<Sentence> sentences, List<Finding> findings) {
        var flows = new TreeMap<Long, String>();
        var stocks = new TreeMap<Long, String>();
        for (var sentence : sentences) {
            if (!sentence.lower().matches("(?s).*\\b" + ShareRules.PEOPLE + "\\b.*")) continue;
            var stock = STOCK.matcher(sentence.lower()).find();
            var flow =
                    FLOW.matcher(STOCK.matcher(sentence.lower()).replaceAll("")).find();
            for (var match = COUNT.matcher(sentence.words()); match.find(); ) {
                var number = Pair.number(match.group(1));
                var after = sentence.words().substring(match.end()).toLowerCase(Locale.ROOT);
                if (number >= 1990 && number <= 2040
                        || after.matches("(?s)\\s+" + MONTH + "\\b.*")
                        || !after.matches("(?s)\\s+(?:[a-z-]+ ){0,3}?" + ShareRules.PEOPLE + "\\b.*")) continue;
                if (stock && flow)
                    findings.add(
                            new Finding("C10", number + " is told both as of a day and over a time", sentence.words()));
                else if (stock) stocks.putIfAbsent(number, sentence.words());
                else if (flow) flows.putIfAbsent(number, sentence.words());
            }
        }
        flows.forEach((number, words) -> {
            if (stocks.containsKey(number))
                findings.add(new Finding(
                        "C10",
                        number + " is told once over a time and once as of a day",
                        words + " / " + stocks.get(number)));
        });
    }

    /** A year's number far from those of the years beside it: a digit was probably lost. */
    private static void outliers(List<Sentence> sentences, List<Finding> findings) {
        var series = new TreeMap<String, Long>();
        for (var sentence : sentences)
            for (var clause : sentence.words().split("[;]|,\\s+(?=(?:and )?(?:in|during|for) 20)|(?<=\\.)\\s")) {
                var years = YEARS.matcher(clause)
                        .results()
                        .map(match -> match.group(1) + "/" + match.group(2))
                        .distinct()
                        .toList();
                var count = TRAINED_COUNT.matcher(clause);
                if (years.size() == 1 && count.find())
                    series.putIfAbsent(years.getFirst(), Pair.number(count.group(1)));
            }
        var years = List.copyOf(series.keySet());
        for (int i = 0; i < years.size() && years.size() >= 3; i++) {
            long value = Objects.requireNonNull(series.get(years.get(i)));
            var beside = new ArrayList<Long>();
            if (i > 0) beside.add(Objects.requireNonNull(series.get(years.get(i - 1))));
            if (i + 1 < years.size()) beside.add(Objects.requireNonNull(series.get(years.get(i + 1))));
            if (beside.size() == 2
                    && value > 0
                    && (beside.stream().allMatch(other -> other >= value * 4)
                            || beside.stream().allMatch(other -> other * 4 <= value)))
                findings.add(new Finding(
                        "C12",
                        value + " in " + years.get(i) + " is far from the years beside it: is a digit missing?",
                        series.toString()));
        }
    }
}
