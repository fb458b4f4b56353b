package lantern.oversight.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.Paper;
import org.jspecify.annotations.Nullable;

/** C3, C4 and C5: counts and the shares printed with them, against the whole that the paper itself gives. */
final class ShareRules {
    static final String PEOPLE =
            "(?:children|young people|young persons|cases|victims|individuals|pupils|girls|boys|looked after children|cohort)";
    private static final Pattern TOTAL = Pattern.compile(
            "(?<![\\d.,/£-])(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d/]|[.,]\\d|\\s*%)\\s+(?:\\w+ ){0,2}?" + PEOPLE + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF = Pattern.compile(
            "\\b(?:of|total|totalling|all)\\s+(?:the |all |these |is |was |of |:\\s*)?(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d/]|[.,]\\d|\\s*%|\\s+(?:january|february|march|april|may|june|july|august|september|october|november|december))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHES = Pattern.compile(
            "(?<![\\d/])(\\d+)((?:\\s*/\\s*\\d+){1,5})\\s+of\\s+(\\d+)[^\\d]{1,60}(\\d+)((?:\\s*/\\s*\\d+){1,5})\\s*(?:%|per ?cent)");

    private final Paper paper;
    private final boolean largestRemainder;
    private final boolean roundingNoted;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Pair> settled = new HashSet<>();

    private ShareRules(Paper paper) {
        this.paper = paper;
        var text = paper.text().toLowerCase(Locale.ROOT);
        largestRemainder = text.matches(
                "(?s).*(largest[ -]remainder|adjusted (so that they|to) (add|sum|total)|rounded so (that )?(they|the shares|the percentages) (add|sum|total)).*");
        roundingNoted = text.matches(
                "(?s).*(not|need not|don't) (always )?(add|sum|total)( up)? to 100.{0,40}(round|because).*|(?s).*(due to|because of) rounding.*");
    }

    static List<Finding> check(Paper paper) {
        var rules = new ShareRules(paper);
        rules.slashes();
        rules.grids();
        rules.runs();
        rules.alone();
        return rules.findings;
    }

    private void slashes() {
        for (var sentence : paper.sentences()) {
            for (var match = SLASHES.matcher(sentence.words()); match.find(); ) {
                var counts = numbers(match.group(1) + match.group(2));
                var shares = numbers(match.group(4) + match.group(5));
                if (counts.size() != shares.size()) continue;
                var group = new ArrayList<Pair>();
                for (int i = 0; i < counts.size(); i++)
                    group.add(new Pair(
                            counts.get(i),
                            BigDecimal.valueOf(shares.get(i)),
                            counts.get(i) + " (" + shares.get(i) + "%)",
                            null,
                            sentence.part()));
                group(group, Pair.number(match.group(3)));
            }
        }
    }

    private static List<Long> numbers(String slashed) {
        return java.util.Arrays.stream(slashed.split("\\s*/\\s*"))
                .map(String::strip)
                .map(Pair::number)
                .toList();
    }

    /** A table with a column of counts and one of shares: its rows are one group, a row called total its whole. */
    private void grids() {
        for (int part = 0; part < paper.parts().size(); part++) {
            if (!(paper.parts().get(part) instanceof Paper.Grid grid)) continue;
            for (int column = 1; column + 1 <= grid.rows().getFirst().size() - 1; column++) {
                var group = new ArrayList<Pair>();
                Long whole = null;
                for (var row : grid.rows()) {
                    var count = row.get(column).strip();
                    var share = row.get(column + 1).strip();
                    if (!count.matches("\\d{1,3}(,\\d{3})+|\\d+")
                            || !share.matches("\\d{1,3}(\\.\\d+)?\\s*(%|per ?cent)?")) continue;
                    var named =
                            grid.rows().getFirst().get(column + 1).matches("(?i).*(%|share|per ?cent|percentage).*");
                    if (!named && !share.matches(".*(%|cent)")) continue;
                    if (row.getFirst().matches("(?i)\\W*(grand )?(total|all)\\b.*")) whole = Pair.number(count);
                    else
                        group.add(new Pair(
                                Pair.number(count),
                                new BigDecimal(share.replaceAll("[^\\d.]", "")),
                                row.getFirst() + " " + count + " (" + share + ")",
                                null,
                                part));
                }
                if (group.size() < 2) continue;
                var sum = group.stream().mapToLong(Pair::count).sum();
                group(group, whole == null ? sum : whole);
            }
        }
    }

    /** Counts with shares that follow each other, cut where they add up to a whole that is stated near them. */
    private void runs() {
        var pairs = new ArrayList<Pair>();
        for (int part = 0; part < paper.parts().size(); part++) {
            switch (paper.parts().get(part)) {
                case Paper.Heading it -> pairs.addAll(Pair.in(it.words(), part));
                case Paper.Line it -> {
                    for (var words : Paper.split(it.words())) pairs.addAll(Pair.in(words, part));
                }
                // two breakdowns often stand beside each other: a group goes down a column
                case Paper.Grid it -> {
                    for (int column = 0; column < it.rows().getFirst().size(); column++)
                        for (var row : it.rows()) pairs.addAll(Pair.in(row.get(column), part));
                }
            }
        }
        for (int first = 0; first < pairs.size(); first++) {
            if (settled.contains(pairs.get(first))) continue;
            long sum = 0;
            var shares = BigDecimal.ZERO;
            for (int last = first;
                    last < pairs.size()
                            && pairs.get(last).part() - pairs.get(first).part() <= last - first + 2
                            && last - first < 12;
                    last++) {
                sum += pairs.get(last).count();
                shares = shares.add(pairs.get(last).share());
                var group = pairs.subList(first, last + 1);
                if (group.size() < 2) continue;
                var stated = explicit(group);
                var zerosFollow = last + 1 < pairs.size() && pairs.get(last + 1).count() == 0;
                if (zerosFollow) continue;
                if (stated != null
                        ? stated == sum
                        : wholes(pairs.get(first).part()).contains(sum)) {
                    group(group, sum);
                    break;
                }
                if (stated != null
                        && shares.subtract(BigDecimal.valueOf(100)).abs().compareTo(BigDecimal.valueOf(2)) <= 0) {
                    group(group, stated);
                    break;
                }
            }
        }
    }

    private static @Nullable Long explicit(List<Pair> group) {
        var stated =
                group.stream().map(Pair::of).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        return stated.size() == 1 ? stated.iterator().next() : null;
    }

    private void group(List<Pair> group, long whole) {
        if (!group.stream().allMatch(settled::add)) return;
        var facts = group.stream().map(Pair::raw).collect(Collectors.joining(", ")) + " of " + whole;
        var sum = group.stream().mapToLong(Pair::count).sum();
        if (sum != whole) {
            findings.add(new Finding("C5", "Counts add to " + sum + ", not to the " + whole + " stated", facts));
            return;
        }
        var counts = group.stream().map(Pair::count).toList();
        var whole100 = group.stream().allMatch(pair -> pair.share().scale() <= 0);
        var byRemainder = whole100
                && Pair.largestRemainder(counts, whole)
                        .equals(group.stream()
                                .map(pair -> pair.share().longValue())
                                .toList());
        var wrong = group.stream().filter(pair -> !pair.agrees(whole)).toList();
        var shares = group.stream().map(Pair::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (largestRemainder && whole100) {
            if (byRemainder) return;
            if (wrong.isEmpty())
                findings.add(new Finding(
                        "C4",
                        "Shares add to " + shares
                                + ", and are not those of the largest-remainder rounding that the paper declares",
                        facts));
        } else if (!wrong.isEmpty() && byRemainder) {
            findings.add(new Finding(
                    "C4",
                    "Shares are right only under largest-remainder rounding, which the paper does not declare: rounded one by one, "
                            + wrong.getFirst().raw() + " would differ",
                    facts));
            return;
        } else if (wrong.isEmpty() && shares.compareTo(BigDecimal.valueOf(100)) != 0 && !roundingNoted) {
            findings.add(new Finding("C4", "Shares add to " + shares + " and no rounding rule is declared", facts));
        }
        for (var pair : wrong)
            findings.add(new Finding(
                    "C3",
                    "%d of %d is %s%%, not %s%%"
                            .formatted(pair.count(), whole, exact(pair.count(), whole), pair.share()),
                    facts));
    }

    private static String exact(long count, long whole) {
        return BigDecimal.valueOf(count * 100L)
                .divide(BigDecimal.valueOf(whole), 1, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** One count with one share: against the whole it names, or the numbers of people that the paper gives before and near it. */
    private void alone() {
        for (var sentence : paper.sentences()) {
            for (var pair : Pair.in(sentence.words(), sentence.part())) {
                if (settled.contains(pair)) continue;
                var of = pair.of();
                if (of != null) {
                    if (!pair.agrees(of))
                        findings.add(new Finding(
                                "C3",
                                "%d of %d is %s%%, not %s%%"
                                        .formatted(pair.count(), of, exact(pair.count(), of), pair.share()),
                                sentence.words()));
                    continue;
                }
                if (pair.count() == 0
                        || !sentence.lower().matches("(?s).*\\b(" + PEOPLE + "|female|male|females|males)\\b.*"))
                    continue;
                var wholes = wholes(-1);
                wholes.remove(pair.count());
                wholes.removeIf(whole -> whole < pair.count());
                var near = wholes(sentence.part());
                near.remove(pair.count());
                near.removeIf(whole -> whole < pair.count());
                if (wholes.stream().anyMatch(pair::agrees)) continue;
                if (wholes.isEmpty())
                    findings.add(new Finding("C9", "A share without the number it is a share of", sentence.words()));
                else if (!near.isEmpty())
                    findings.add(new Finding(
                            "C3",
                            "%d is %s%% of %d, not %s%%"
                                    .formatted(
                                            pair.count(),
                                            exact(pair.count(), near.getFirst()),
                                            near.getFirst(),
                                            pair.share()),
                            sentence.words()));
            }
        }
    }

    /** Numbers of people, and what "of" or "total" names, in the parts just before and after this one; with -1 in the whole paper. */
    private LinkedHashSet<Long> wholes(int part) {
        var wholes = new LinkedHashSet<Long>();
        for (var sentence : paper.sentences()) {
            if (part >= 0 && (sentence.part() < part - 8 || sentence.part() > part + 6)) continue;
            for (var pattern : List.of(TOTAL, OF))
                for (var match = pattern.matcher(sentence.words()); match.find(); )
                    wholes.add(Pair.number(match.group(1)));
        }
        return wholes;
    }
}
