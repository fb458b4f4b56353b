package lantern.oversight.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.Paper;
import org.jspecify.annotations.Nullable;

/** C5: a row called total that is not the sum of its lines; sub-totals and a grand total of them are understood. And sums written out. */
final class TotalRules {
    private static final Pattern AMOUNT =
            Pattern.compile("^[£(]?\\s*(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)\\)?k?$");
    private static final Pattern LISTED =
            Pattern.compile("^(.*?[A-Za-z)])\\s*[:–—-]?\\s+£?(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)$");
    private static final Pattern SUM = Pattern.compile(
            "((?:£?\\d[\\d,]*(?:\\.\\d+)?\\s*\\+\\s*)+£?\\d[\\d,]*(?:\\.\\d+)?)\\s*=\\s*£?(\\d[\\d,]*(?:\\.\\d+)?)");
    private static final Pattern PARTS = Pattern.compile(
            "(\\d+)\\s+(?:\\w+ ){0,3}?and\\s+(\\d+)\\s+(?:\\w+[ ,]+){0,4}?(?:,?\\s*(?:in all|in total|altogether)[, ]*|(?:making|totalling|giving)(?: a total of)? |,\\s*)(\\d+)\\s*(?:in all|in total|altogether)?",
            Pattern.CASE_INSENSITIVE);

    private TotalRules() {}

    private record Row(String name, BigDecimal amount) {
        boolean total() {
            return name.matches("(?is)\\W*((grand|overall|sub-?)\\s*)?total.*|(?is).*\\b(sub-?total|total)\\W*$");
        }
    }

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        for (var grid : paper.grids())
            for (int column = 1; column < grid.rows().getFirst().size(); column++) {
                if (grid.rows().getFirst().get(column).matches("(?i).*(%|per ?cent|share|percentage).*")) continue;
                var rows = new ArrayList<Row>();
                for (var row : grid.rows()) {
                    var amount = amount(row.get(column));
                    if (amount != null) rows.add(new Row(row.getFirst().replace('\n', ' '), amount));
                }
                check(rows, findings);
            }
        listed(paper, findings);
        for (var sentence : paper.sentences()) sums(sentence.words(), findings);
        return findings;
    }

    private static @Nullable BigDecimal amount(String cell) {
        var match = AMOUNT.matcher(cell.replaceAll("\\*|\\s?\\d\\)$|¹|²|³", "").strip());
        return match.matches() && !match.group(1).matches("0\\d.*")
                ? new BigDecimal(match.group(1).replace(",", ""))
                : null;
    }

    private static void listed(Paper paper, List<Finding> findings) {
        var rows = new ArrayList<Row>();
        for (var part : paper.parts()) {
            var match = part instanceof Paper.Line line ? LISTED.matcher(line.words()) : null;
            if (match != null
                    && match.matches()
                    && match.group(1).length() < 80
                    && !match.group(1)
                            .matches(
                                    ".*\\b(19|20)\\d\\d\\b.*|(?i).*\\b(january|february|march|april|may|june|july|august|september|october|november|december|page|date|version|telephone|recommendation|room)\\b.*"))
                rows.add(new Row(match.group(1), new BigDecimal(match.group(2).replace(",", ""))));
            else if (!(part instanceof Paper.Line line)
                    || !line.words().matches(".{0,60}(contributions?|contribution:|costs?:?|partners?:?)")) {
                check(rows, findings);
                rows.clear();
            }
        }
        check(rows, findings);
    }

    /** A total may be of the lines since the last total, of all lines, or of the totals before it. */
    private static void check(List<Row> rows, List<Finding> findings) {
        var lines = BigDecimal.ZERO;
        var since = BigDecimal.ZERO;
        // a cell merged over two rows is printed in both when its table is turned into text
        var merged = BigDecimal.ZERO;
        BigDecimal before = null;
        var totals = BigDecimal.ZERO;
        var counted = 0;
        var sinceCounted = 0;
        for (var row : rows) {
            if (!row.total()) {
                if (row.amount.equals(before)) merged = merged.add(row.amount);
                before = row.amount;
                lines = lines.add(row.amount);
                since = since.add(row.amount);
                counted++;
                sinceCounted++;
                continue;
            }
            if (counted >= 2) {
                var right = row.amount.compareTo(lines) == 0
                        || merged.signum() > 0 && row.amount.compareTo(since.subtract(merged)) == 0
                        || row.amount.compareTo(since) == 0 && sinceCounted > 0
                        || row.amount.compareTo(totals) == 0 && totals.signum() > 0;
                if (!right)
                    findings.add(new Finding(
                            "C5",
                            "The total " + row.amount.toPlainString() + " is not the sum of its lines, "
                                    + (sinceCounted > 0 ? since : totals).toPlainString(),
                            row.name));
            }
            totals = totals.add(row.amount);
            since = BigDecimal.ZERO;
            merged = BigDecimal.ZERO;
            before = null;
            sinceCounted = 0;
        }
    }

    private static void sums(String words, List<Finding> findings) {
        for (var match = SUM.matcher(words); match.find(); ) {
            var sum = BigDecimal.ZERO;
            for (var part : match.group(1).split("\\+")) sum = sum.add(new BigDecimal(part.replaceAll("[£,\\s]", "")));
            if (sum.compareTo(new BigDecimal(match.group(2).replace(",", ""))) != 0)
                findings.add(new Finding(
                        "C5", "The sum is " + sum.toPlainString() + ", not " + match.group(2), match.group()));
        }
        for (var match = PARTS.matcher(words); match.find(); ) {
            if (!match.group().matches("(?is).*(in all|in total|altogether|making|totalling|giving).*")) continue;
            var sum = Long.parseLong(match.group(1)) + Long.parseLong(match.group(2));
            if (sum != Long.parseLong(match.group(3)))
                findings.add(new Finding(
                        "C5", "Counts add to " + sum + ", not to the " + match.group(3) + " stated", match.group()));
        }
    }
}
