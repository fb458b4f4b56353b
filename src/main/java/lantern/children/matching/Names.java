package lantern.children.matching;

import static lantern.children.Candidate.Level.AGREES;
import static lantern.children.Candidate.Level.CLOSE;
import static lantern.children.Candidate.Level.DIFFERS;
import static lantern.children.Candidate.Level.MISSING;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lantern.children.Candidate.Compared;
import lantern.children.Wanted;
import lantern.children.linkage.text.Words;
import lantern.children.linkage.value.Name;
import lantern.children.matching.Parameters.Weights;

/** Family and given names against every name a child is or was known by: the best of them counts. */
final class Names {
    private static final double RARE = 2;
    private static final int TURNED = 2;

    private Names() {}

    static List<Compared> compare(Wanted wanted, List<Known.Name> names, Weights weights) {
        var wantedNames = NameForms.of(wanted);
        if (wantedNames.turnedRoundIn(names)) {
            var words = "family and given name turned round";
            var order = weights.weight("nameOrder", TURNED);
            var family = weights.weight("familyName", 1) + order;
            return List.of(
                    new Compared("familyName", CLOSE, words, Math.max(0, family)),
                    new Compared("givenNames", CLOSE, words, weights.weight("givenNames", 1) + Math.min(0, family)));
        }
        return List.of(
                best(
                        "familyName",
                        "family name not known",
                        wantedNames.families(),
                        names,
                        (text, name) -> family(text, name, weights)),
                best(
                        "givenNames",
                        "given name not known",
                        wantedNames.givens(),
                        names,
                        (text, name) -> given(text, name, weights)));
    }

    private interface Comparison {
        Compared of(String wanted, Known.Name known);
    }

    private static Compared best(
            String field, String missing, List<String> wanted, List<Known.Name> names, Comparison comparison) {
        return wanted.stream()
                .flatMap(each -> names.stream().map(name -> comparison.of(each, name)))
                .max(Comparator.comparingInt((Compared each) -> each.level() == MISSING ? 0 : 1)
                        .thenComparingDouble(Compared::weight))
                .orElseGet(() -> new Compared(field, MISSING, missing, 0));
    }

    private static Compared family(String wanted, Known.Name name, Weights weights) {
        var field = "familyName";
        var left = Name.of(wanted);
        var right = Name.of(name.family());
        if (left.key().isEmpty() || right.key().isEmpty())
            return new Compared(field, MISSING, "family name not known", 0);
        var level = Name.family(left, right);
        var weight = weights.weight(field, level);
        if (level == 1) {
            var rarity = weights.familyRarity(left.key());
            var other = name.current() ? "" : " (an earlier or other name)";
            return new Compared(field, AGREES, "same family name" + rarity(rarity) + other, weight + rarity);
        }
        return level == Name.FAMILY.differs()
                ? new Compared(field, DIFFERS, "different family name", weight)
                : new Compared(field, CLOSE, "family name close (" + wanted + "/" + name.family() + ")", weight);
    }

    private static Compared given(String wanted, Known.Name name, Weights weights) {
        var field = "givenNames";
        if (Words.key(wanted).isEmpty() || Words.key(name.given()).isEmpty())
            return new Compared(field, MISSING, "given name not known", 0);
        var left = Name.of(wanted);
        var right = Name.of(name.given());
        var level = left.first().equals(right.first()) ? 1 : Name.given(left, right);
        var weight = weights.weight(field, level);
        if (level == 1) {
            var rarity = weights.givenRarity(left.first());
            var which = name.current() ? "" : " (known as " + name.given() + ")";
            return new Compared(field, AGREES, "same given name" + rarity(rarity) + which, weight + rarity);
        }
        var initial = Math.min(left.first().length(), right.first().length()) == 1;
        if (level == Name.GIVEN.differs())
            return new Compared(field, DIFFERS, initial ? "different initial" : "different given name", weight);
        if (level == Name.INITIAL) return new Compared(field, CLOSE, "same initial", weight);
        if (!Collections.disjoint(left.words(), right.words()))
            return new Compared(field, CLOSE, "given names in another order", weight);
        var pair =
                Words.parts(wanted).getFirst() + "/" + Words.parts(name.given()).getFirst();
        return new Compared(field, CLOSE, "given name close (" + pair + ")", weight);
    }

    private static String rarity(double rarity) {
        return rarity >= RARE ? " (rare)" : rarity <= -RARE ? " (common)" : "";
    }

    /** The names that the wanted child may be recorded under, as they were written. */
    record NameForms(List<String> families, List<String> givens) {
        static NameForms of(Wanted wanted) {
            var knownAs = wanted.knownAs() == null ? "" : wanted.knownAs().strip();
            var space = knownAs.lastIndexOf(' ');
            return new NameForms(
                    some(wanted.familyName(), space < 0 ? null : knownAs.substring(space + 1)),
                    some(wanted.givenNames(), space < 0 ? knownAs : knownAs.substring(0, space)));
        }

        private static List<String> some(@org.jspecify.annotations.Nullable String... names) {
            return Stream.of(names)
                    .filter(name -> name != null && !name.isBlank())
                    .map(String::strip)
                    .distinct()
                    .toList();
        }

        boolean turnedRoundIn(List<Known.Name> names) {
            if (families.isEmpty() || givens.isEmpty()) return false;
            var family = Words.key(families.getFirst());
            var given = Words.key(givens.getFirst());
            var first = Words.keys(givens.getFirst()).stream().findFirst().orElse(given);
            if (given.isEmpty() || family.isEmpty() || family.equals(first)) return false;
            return names.stream().anyMatch(name -> {
                var known = Words.key(name.family());
                return (known.equals(first) || known.equals(given))
                        && (Words.key(name.given()).equals(family)
                                || Words.keys(name.given()).contains(family));
            });
        }
    }
}
