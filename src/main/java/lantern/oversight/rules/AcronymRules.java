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

/** C29: an acronym with two meanings; and, where the paper has a list of them, those that are not in it and those nobody uses. */
final class AcronymRules {
    private static final Pattern ENTRY =
            Pattern.compile("^([A-Z][A-Za-z0-9/&]{1,9})\\s*(?:=|:|\\||–|—|-|\\t)\\s*([A-Z0-9][^|=]{4,120})$");
    private static final Pattern INLINE = Pattern.compile(
            "((?:[A-Z][\\w'’-]*[ /-](?:(?:and|of|the|for|in|to|from|on|with|&) )*){1,8})\\(([A-Z][A-Za-z/]*[A-Z])\\)");
    private static final Pattern USED =
            Pattern.compile("(?<![\\w/.@-])([A-Z]{3,7}|[A-Z]{2,}[a-z]?[A-Z]+)(?:s|'s|’s)?(?![\\w@/.-]*\\w@)(?!\\w)");
    private static final Set<String> COMMON = Set.of(
            "NHS",
            "BBC",
            "PDF",
            "TBC",
            "TBA",
            "USA",
            "URL",
            "ISBN",
            "AOB",
            "NONE",
            "NOT",
            "ALL",
            "THE",
            "AND",
            "FOR",
            "INFORMATION",
            "RESOLVED",
            "NOTE",
            "DATE",
            "AMBER",
            "GREEN",
            "RED",
            "III",
            "VII",
            "VIII",
            "NEW");

    private AcronymRules() {}

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        var list = new LinkedHashMap<String, Set<String>>();
        var listParts = new LinkedHashSet<Integer>();
        list(paper, list, listParts);
        var inline = inline(paper);
        var meanings = new LinkedHashMap<String, Set<String>>();
        list.forEach((acronym, words) ->
                meanings.computeIfAbsent(acronym, key -> new LinkedHashSet<>()).addAll(words));
        inline.forEach((acronym, words) ->
                meanings.computeIfAbsent(acronym, key -> new LinkedHashSet<>()).addAll(words));
        meanings.forEach((acronym, words) -> {
            var different = new LinkedHashMap<String, String>();
            for (var each : words) different.putIfAbsent(key(each), each);
            if (different.size() > 1)
                findings.add(new Finding(
                        "C29", acronym + " has more than one meaning", String.join(" / ", different.values())));
        });
        if (list.size() < 3) return findings;
        var used = used(paper, listParts);
        if (used.isEmpty()) return findings;
        var undefined = new TreeSet<>(used);
        // "NOTES" in capitals is a word that the paper also writes small
        var text = paper.text();
        undefined.removeIf(each -> Pattern.compile("\\b" + each.toLowerCase(Locale.ROOT) + "\\b")
                .matcher(text)
                .find());
        undefined.removeIf(each -> list.containsKey(each)
                || inline.containsKey(each)
                || COMMON.contains(each)
                || list.keySet().stream()
                        .anyMatch(key -> List.of(key.split("[/&]")).contains(each)));
        if (!undefined.isEmpty())
            findings.add(new Finding("C29", "Used and not in the list of acronyms", String.join(", ", undefined)));
        var unused = new TreeSet<>(list.keySet());
        unused.removeIf(each -> used.contains(each) || paperUses(paper, listParts, each));
        if (!unused.isEmpty())
            findings.add(new Finding("C29", "In the list of acronyms and never used", String.join(", ", unused)));
        return findings;
    }

    private static void list(Paper paper, Map<String, Set<String>> list, Set<Integer> listParts) {
        var under = false;
        for (int i = 0; i < paper.parts().size(); i++) {
            switch (paper.parts().get(i)) {
                case Paper.Heading it ->
                    under = it.words().toLowerCase(Locale.ROOT).matches(".*(acronym|abbreviation|glossary).*");
                case Paper.Line it -> {
                    var match = ENTRY.matcher(it.words().strip());
                    if (match.matches()
                            && (under || it.words().contains("="))
                            && !match.group(1).matches("R\\d+"))
                        add(list, listParts, i, match.group(1), match.group(2));
                }
                case Paper.Grid it -> {
                    var headed = it.rows().getFirst().getFirst().matches("(?i).*(acronym|abbreviation|short).*");
                    if (under || headed)
                        for (var row : it.rows())
                            if (row.size() >= 2
                                    && row.getFirst().matches("[A-Z][A-Za-z0-9/&]{1,9}")
                                    && !row.get(1).isBlank()
                                    && !row.getFirst().matches("(?i)acronym|short|term|word|abbreviation"))
                                add(list, listParts, i, row.getFirst(), row.get(1));
                }
            }
        }
    }

    private static void add(Map<String, Set<String>> list, Set<Integer> parts, int part, String acronym, String words) {
        list.computeIfAbsent(acronym.strip(), key -> new LinkedHashSet<>()).add(words.strip());
        parts.add(part);
    }

    private static Map<String, Set<String>> inline(Paper paper) {
        var inline = new LinkedHashMap<String, Set<String>>();
        for (var sentence : paper.sentences())
            for (var match = INLINE.matcher(sentence.words()); match.find(); ) {
                var words = match.group(1).strip().split("[ /-]+");
                var acronym = match.group(2);
                for (int from = words.length - 1; from >= 0; from--) {
                    if (!words[from].matches("[A-Z].*")) continue;
                    var tail = java.util.Arrays.copyOfRange(words, from, words.length);
                    if (initials(tail).equals(acronym.replace("/", "")))
                        inline.computeIfAbsent(acronym, key -> new LinkedHashSet<>())
                                .add(String.join(" ", tail));
                }
            }
        return inline;
    }

    private static String initials(String[] words) {
        var initials = new StringBuilder();
        for (var word : words)
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) initials.append(word.charAt(0));
        return initials.toString();
    }

    private static Set<String> used(Paper paper, Set<Integer> listParts) {
        var used = new TreeSet<String>();
        for (var sentence : paper.sentences()) {
            if (listParts.contains(sentence.part()) || paper.parts().get(sentence.part()) instanceof Paper.Heading)
                continue;
            var letters = sentence.words().chars().filter(Character::isLetter).count();
            if (sentence.words().chars().filter(Character::isUpperCase).count() * 2 > letters && letters > 12) continue;
            USED.matcher(sentence.words())
                    .results()
                    .map(match -> match.group(1))
                    .filter(each -> !each.matches("[IVXLC]+|R\\d+"))
                    .forEach(used::add);
        }
        return used;
    }

    private static boolean paperUses(Paper paper, Set<Integer> listParts, String acronym) {
        var word = Pattern.compile("(?<!\\w)" + Pattern.quote(acronym) + "(?:s|'s|’s)?(?!\\w)");
        return paper.sentences().stream()
                .anyMatch(sentence -> !listParts.contains(sentence.part())
                        && word.matcher(sentence.words()).find());
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)|['’]s\\b|\\b(from|and|of|the|for|in)\\b", "")
                .replace("children", "child")
                .replaceAll("s\\b|[^a-z]", "");
    }
}
