package lantern.oversight.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.Paper;

/** C27, C30, C31, C40, C42, C43, C45, C46 and C54: names spelled in several ways, blanks, wrong domains, claims that a table does not bear out. */
final class WordRules {
    private static final Pattern BLANK = Pattern.compile(
            "(?is)^.*(?<!\\b(?:goes|go|going|carries|carry|later|early|so|and|move|moved|moves|agreed|left|based|led|drawn))\\s(from|by|on|until|dated|as of|as at|starting|commencing)\\s*(?:…|\\.{3})?$");
    private static final Pattern HOLE = Pattern.compile(
            "\\[(?:insert|date|name|tbc|xx+|add)[^\\]]{0,40}\\]|\\bX{2,}\\b|_{3,}|\\bdd/mm/yy(?:yy)?\\b|<(?:insert|date|name)[^>]{0,40}>|\\?\\?\\?+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern CABINET =
            Pattern.compile("\\bCabinet Member (?:for )?((?:[A-Z][\\w'’]*)(?:(?:,? and |, | & | )(?:[A-Z][\\w'’]*))*)");
    private static final Map<String, String> MISSPELLED = Map.of(
            "barnados",
            "Barnardo's",
            "bernardo's",
            "Barnardo's",
            "licencing",
            "licensing",
            "sexual exploration",
            "sexual exploitation",
            "char mog",
            "Chair MOG",
            "safegaurding",
            "safeguarding",
            "chief social worker officer",
            "Chief Social Work Officer");

    private WordRules() {}

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        var text = paper.text();
        blanks(paper, findings);
        mail(text, findings);
        offices(text, findings);
        for (var sentence : paper.sentences()) {
            MISSPELLED.forEach((wrong, right) -> {
                if (Pattern.compile("\\b" + wrong + "\\b")
                        .matcher(sentence.lower())
                        .find())
                    findings.add(new Finding("C30", "\"" + wrong + "\" is probably " + right, sentence.words()));
            });
            if (sentence.words().matches("(?s).*(□|\uFFFD|â€|Ã©|Ã¢|Â£).*"))
                findings.add(new Finding("C45", "Characters that were damaged on the way", sentence.words()));
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*report for:?\\s*\\|?\\s*information.*")
                && lower.matches("(?s).*if (the )?recommendations are (adopted|approved).*"))
            findings.add(new Finding(
                    "C40",
                    "A report for information speaks of recommendations to be adopted",
                    "Report for information / if recommendations are adopted"));
        if (lower.contains("early warning")
                && lower.matches("(?s).*\\b(female|girls)\\b.*")
                && lower.matches("(?s).*early warning[^.]{0,200}.*")
                && lower.matches("(?s).*(profile|likely to be|indicators? that).*"))
            findings.add(new Finding(
                    "C54",
                    "A profile used as an early warning leaves out the children who do not fit it",
                    "early warning"));
        consultation(paper, lower, findings);
        themes(paper, findings);
        return findings;
    }

    /** Text that was to be filled in and never was. */
    private static void blanks(Paper paper, List<Finding> findings) {
        for (var part : paper.parts()) {
            var words =
                    switch (part) {
                        case Paper.Heading it -> it.words();
                        case Paper.Line it -> it.words();
                        case Paper.Grid it -> "";
                    };
            if (!words.isEmpty()
                    && BLANK.matcher(words.strip()).matches()
                    && words.strip().split("\\s+").length > 1)
                findings.add(
                        new Finding("C43", "A blank was left: the sentence ends where its date should stand", words));
            if (part instanceof Paper.Grid grid) {
                // the first row and column name things: "Date delivered by" is no blank
                for (var row : grid.rows())
                    for (var cell : row) {
                        var label = row == grid.rows().getFirst()
                                || cell == row.getFirst()
                                        && row.stream()
                                                        .filter(each -> !each.isBlank())
                                                        .count()
                                                > 1;
                        for (var line : cell.split("\n"))
                            if (!label
                                    && line.strip().split("\\s+").length > 2
                                    && BLANK.matcher(line.strip()).matches())
                                findings.add(new Finding(
                                        "C43",
                                        "A blank was left: the sentence ends where its date should stand",
                                        line));
                        hole(cell, findings);
                    }
            } else hole(words, findings);
        }
    }

    private static void hole(String words, List<Finding> findings) {
        var match = HOLE.matcher(words);
        if (match.find()) findings.add(new Finding("C43", "A blank was left: " + match.group(), words));
    }

    private static void mail(String text, List<Finding> findings) {
        var domains = new TreeSet<String>();
        for (var match = MAIL.matcher(text); match.find(); )
            domains.add(match.group(1).toLowerCase(Locale.ROOT));
        for (var domain : domains) {
            if (domain.contains("gcsx"))
                findings.add(new Finding("C31", "The GCSX mail domain was switched off", domain));
            for (var other : domains)
                if (domain.endsWith(".co.uk")
                        && other.endsWith(".gov.uk")
                        && domain.replace(".co.uk", "").equals(other.replace(".gov.uk", "")))
                    findings.add(new Finding(
                            "C31", "One council, two mail domains: " + domain + " is probably " + other, domain));
        }
    }

    private static void offices(String text, List<Finding> findings) {
        var spellings = new LinkedHashMap<String, Set<String>>();
        for (var match = CABINET.matcher(text); match.find(); ) {
            var name = match.group(1).strip();
            var first = name.split("[ ,'’]")[0].toLowerCase(Locale.ROOT).replaceAll("s$", "");
            spellings.computeIfAbsent(first, key -> new LinkedHashSet<>()).add(name.replaceAll("\\s+", " "));
        }
        spellings.values().forEach(names -> {
            // a name that goes on into the next words is no other spelling
            var distinct = names.stream()
                    .filter(name ->
                            names.stream().noneMatch(shorter -> !shorter.equals(name) && name.startsWith(shorter)))
                    .toList();
            if (distinct.size() > 1)
                findings.add(new Finding(
                        "C27", "One role in several spellings", "Cabinet Member for " + String.join(" / ", distinct)));
        });
    }

    private static void consultation(Paper paper, String lower, List<Finding> findings) {
        if (!lower.matches("(?s).*\\ball\\b[^.]{0,60}\\bhave been consulted\\b.*")) return;
        for (var grid : paper.grids()) {
            var heads = grid.rows().getFirst().stream()
                    .map(cell -> cell.toLowerCase(Locale.ROOT))
                    .toList();
            int sent = heads.indexOf("date sent");
            int received = heads.indexOf("date received");
            if (sent < 0 || received < 0) continue;
            var asked = grid.rows().stream()
                    .skip(1)
                    .filter(row -> !row.get(sent).isBlank())
                    .toList();
            var silent =
                    asked.stream().filter(row -> row.get(received).isBlank()).count();
            if (silent > 0)
                findings.add(new Finding(
                        "C42",
                        "All are said to have been consulted, and %d of %d never answered"
                                .formatted(silent, asked.size()),
                        "consultation table"));
        }
    }

    private static void themes(Paper paper, List<Finding> findings) {
        var seen = new LinkedHashSet<String>();
        for (var part : paper.parts())
            if (part instanceof Paper.Heading heading
                    && heading.words().matches("[A-D]\\s+[A-Z].{3,80}")
                    && !seen.add(heading.words()))
                findings.add(new Finding("C46", "The same theme is headed twice", heading.words()));
    }
}
