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
import lantern.children.linkage.text.GivenNames;
import lantern.children.linkage.text.Words;

/** Family and given names against every name a child is or was known by: the best of them counts. */
final class Names {
    private static final double ALIKE = 0.88;

    private Names() {}

    static List<Compared> compare(Wanted wanted, List<Known.Name> names) {
        var wantedNames = NameForms.of(wanted);
        if (wantedNames.turnedRoundIn(names)) {
            var words = "family and given name turned round";
            return List.of(
                    new Compared("familyName", CLOSE, words, Weights.TURNED_ROUND),
                    new Compared("givenNames", CLOSE, words, Weights.TURNED_ROUND));
        }
        return List.of(
                best("familyName", "family name not known", wantedNames.families(), names, Names::family),
                best("givenNames", "given name not known", wantedNames.givens(), names, Names::given));
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

    private static Compared family(String wanted, Known.Name name) {
        var field = "familyName";
        var left = Words.key(wanted);
        var right = Words.key(name.family());
        if (left.isEmpty() || right.isEmpty()) return new Compared(field, MISSING, "family name not known", 0);
        var other = name.current() ? "" : " (an earlier or other name)";
        if (left.equals(right)) return new Compared(field, AGREES, "same family name" + other, Weights.FAMILY);
        var pair = "family name close (" + wanted + "/" + name.family() + ")";
        var parts = Words.keys(name.family());
        if (Words.keys(wanted).stream().anyMatch(part -> part.length() > 2 && parts.contains(part)))
            return new Compared(field, CLOSE, pair, Weights.FAMILY_PART);
        if (Words.likeness(left, right) >= ALIKE) return new Compared(field, CLOSE, pair, Weights.FAMILY_LIKE);
        return new Compared(field, DIFFERS, "different family name", Weights.FAMILY_DIFFERS);
    }

    private static Compared given(String wanted, Known.Name name) {
        var field = "givenNames";
        var left = Words.keys(wanted);
        var right = Words.keys(name.given());
        if (left.isEmpty() || right.isEmpty()) return new Compared(field, MISSING, "given name not known", 0);
        var first = left.getFirst();
        var other = right.getFirst();
        if (first.equals(other) || Words.key(wanted).equals(Words.key(name.given()))) {
            var which = name.current() ? "" : " (known as " + name.given() + ")";
            return new Compared(field, AGREES, "same given name" + which, Weights.GIVEN);
        }
        var pair = "given name close (" + Words.parts(wanted).getFirst() + "/"
                + Words.parts(name.given()).getFirst() + ")";
        if (GivenNames.areFormsOfOne(first, other)) return new Compared(field, CLOSE, pair, Weights.GIVEN_FORM);
        if (!Collections.disjoint(left, right))
            return new Compared(field, CLOSE, "given names in another order", Weights.GIVEN_ORDER);
        if (first.codePointCount(0, first.length()) == 1 || other.codePointCount(0, other.length()) == 1) {
            return first.codePointAt(0) == other.codePointAt(0)
                    ? new Compared(field, CLOSE, "same initial", Weights.GIVEN_INITIAL)
                    : new Compared(field, DIFFERS, "different initial", Weights.GIVEN_DIFFERS);
        }
        var shortForm =
                first.length() >= 3 && other.length() >= 3 && (first.startsWith(other) || other.startsWith(first));
        if (shortForm || Words.likeness(first, other) >= ALIKE)
            return new Compared(field, CLOSE, pair, Weights.GIVEN_LIKE);
        return new Compared(field, DIFFERS, "different given name", Weights.GIVEN_DIFFERS);
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
            var given = Words.keys(givens.getFirst());
            return !given.isEmpty()
                    && !family.equals(given.getFirst())
                    && names.stream()
                            .anyMatch(name -> Words.key(name.family()).equals(given.getFirst())
                                    && Words.keys(name.given()).contains(family));
        }
    }
}
