package lantern.children.matching;

import static lantern.children.Candidate.Level.AGREES;
import static lantern.children.Candidate.Level.CLOSE;
import static lantern.children.Candidate.Level.DIFFERS;
import static lantern.children.Candidate.Level.MISSING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lantern.children.Candidate.Compared;
import lantern.children.Candidate.Level;
import lantern.children.Wanted;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.identifiers.Phone;
import lantern.children.identifiers.Postcode;
import lantern.children.linkage.text.Words;
import lantern.children.matching.Parameters.Weights;

/** One wanted child against one of the register: every field compared, its words and its weight. Pure, and the same every time. */
record Scoring(List<Compared> working, boolean strong, double prior) {

    private static final String NOT_VALID = "but it is not a valid one";
    private static final Set<String> HOUSEHOLD = Set.of("familyName", "dateOfBirth", "postcode", "phone");
    private static final double WORTH_SAYING = 0.1;
    private static final int SAME = 1;

    /** What stands for every level between the same and different. */
    private static final int NEAR = 3;

    private static final int WRONG_FORM = 4;

    static Scoring of(Wanted wanted, Known known, Weights weights) {
        var working = new ArrayList<>(Names.compare(wanted, known.names(), weights));
        working.add(birth(wanted, known, weights));
        working.add(sex(wanted.sex(), known.sex(), weights));
        working.add(postcode(wanted.postcodes(), known.postcodes(), weights));
        working.add(phone(wanted.phones(), known.phones(), weights));
        var identifiers = identifiers(wanted, known, weights);
        working.addAll(identifiers);
        var strong = strong(working, identifiers);
        considerTheHousehold(working, weights);
        return new Scoring(List.copyOf(working), strong, weights.prior());
    }

    /** Of a candidate out of the reader's sight, as far as that is known; the words are for nobody. */
    static Scoring of(Wanted wanted, Known.Resemblance known, Weights weights) {
        var family = wanted.familyName() == null ? "" : Words.key(wanted.familyName());
        var given = Words.keys(wanted.givenNames() == null ? "" : wanted.givenNames()).stream()
                .findFirst()
                .orElse("");
        var working = new ArrayList<Compared>();
        working.add(unseen("familyName", known.family(), family.isEmpty() ? 0 : weights.familyRarity(family), weights));
        working.add(unseen("givenNames", known.given(), given.isEmpty() ? 0 : weights.givenRarity(given), weights));
        working.add(unseen("dateOfBirth", known.birth(), 0, weights));
        working.add(unseen("postcode", known.postcode(), 0, weights));
        working.add(unseen("phone", known.phone(), 0, weights));
        var identifiers = new ArrayList<Compared>();
        wanted.identifiers().forEach((code, value) -> {
            var wellFormed = IdentifierKind.of(code).isWellFormed(value);
            var part = wellFormed ? 1 : 2;
            if (known.sameKinds().contains(code))
                identifiers.add(new Compared(
                        code, AGREES, wellFormed ? "" : NOT_VALID, weights.weight("identifier", SAME) / part));
            else if (known.otherKinds().contains(code))
                identifiers.add(new Compared(code, DIFFERS, "", weights.weight("identifier", 3) / part));
        });
        working.addAll(identifiers);
        var strong = strong(working, identifiers);
        considerTheHousehold(working, weights);
        return new Scoring(List.copyOf(working), strong, weights.prior());
    }

    private static Compared unseen(String field, int likeness, double rarity, Weights weights) {
        var last = weights.last(field);
        return switch (likeness) {
            case 1 -> new Compared(field, AGREES, "", weights.weight(field, SAME) + rarity);
            case 2 -> new Compared(field, CLOSE, "", weights.weight(field, Math.min(NEAR, last)));
            case 3 -> new Compared(field, DIFFERS, "", weights.weight(field, last));
            default -> missing(field, "");
        };
    }

    double evidence() {
        return working.stream().mapToDouble(Compared::weight).sum();
    }

    double probability() {
        return 1 / (1 + Math.pow(2, -(prior + evidence())));
    }

    /** More speaks for it than against it. */
    boolean plausible() {
        return evidence() > 0;
    }

    // Children of one household have a family name, an address and a phone in common, and twins a birthday: however
    // much that weighs,
    // it weighs for all of them. As likely as not that a child has a brother or a sister on the register, as that they
    // are on it.
    private static void considerTheHousehold(List<Compared> working, Weights weights) {
        var kin = weights.prior() + 1;
        var shared = false;
        for (var each : working) {
            if (!HOUSEHOLD.contains(each.field()) || each.level() == MISSING) continue;
            var level = each.level() == AGREES ? SAME : each.level() == CLOSE ? NEAR : weights.last(each.field());
            kin += weights.household(each.field(), Math.min(level, weights.last(each.field())));
            if (level == SAME) {
                kin += each.weight() - weights.weight(each.field(), SAME);
                shared |= !each.field().equals("dateOfBirth");
            }
        }
        var less = Math.log(1 + Math.pow(2, kin)) / Math.log(2);
        if (shared && less >= WORTH_SAYING)
            working.add(new Compared("household", DIFFERS, "brothers and sisters have as much in common", -less));
    }

    // An exact, well-formed identifier and none that contradicts it, with the name or the date of birth (spec:
    // missing.md).
    private static boolean strong(List<Compared> working, List<Compared> identifiers) {
        var exact = identifiers.stream()
                .anyMatch(each -> each.level() == AGREES && !each.words().endsWith(NOT_VALID));
        var contradicted = identifiers.stream().anyMatch(each -> each.level() == DIFFERS);
        if (!exact || contradicted) return false;
        var name =
                level(working, "familyName") == AGREES && Set.of(AGREES, CLOSE).contains(level(working, "givenNames"));
        return name || level(working, "dateOfBirth") == AGREES;
    }

    private static Level level(List<Compared> working, String field) {
        return working.stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static Compared birth(Wanted wanted, Known known, Weights weights) {
        var born = wanted.dateOfBirth();
        var other = known.born();
        if (born == null || other == null) return missing("dateOfBirth", "date of birth not known");
        return Births.compare(born, other, known.birthApproximate(), weights);
    }

    private static Compared sex(@org.jspecify.annotations.Nullable String wanted, String known, Weights weights) {
        if (wanted == null || wanted.equals("not-known") || known.equals("not-known"))
            return missing("sex", "sex not known");
        return wanted.equals(known)
                ? new Compared("sex", AGREES, "same sex", weights.weight("sex", SAME))
                : new Compared("sex", DIFFERS, "different sex", weights.weight("sex", 2));
    }

    private static Compared postcode(List<String> wanted, Set<String> known, Weights weights) {
        var keys = wanted.stream()
                .map(IdentifierKind::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        if (keys.isEmpty() || known.isEmpty()) return missing("postcode", "postcode not known");
        if (!Collections.disjoint(keys, known))
            return new Compared("postcode", AGREES, "same postcode", weights.weight("postcode", SAME));
        var areas = known.stream().map(Postcode::outward).toList();
        return keys.stream()
                .map(Postcode::outward)
                .filter(areas::contains)
                .findFirst()
                .map(area -> new Compared(
                        "postcode", CLOSE, "postcode in the same area (" + area + ")", weights.weight("postcode", 3)))
                .orElseGet(
                        () -> new Compared("postcode", DIFFERS, "different postcode", weights.weight("postcode", 4)));
    }

    private static Compared phone(List<String> wanted, Set<String> known, Weights weights) {
        var keys = wanted.stream().map(Phone::key).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        if (keys.isEmpty() || known.isEmpty()) return missing("phone", "phone not known");
        return Collections.disjoint(keys, known)
                ? new Compared("phone", DIFFERS, "different phone", weights.weight("phone", 3))
                : new Compared("phone", AGREES, "same phone", weights.weight("phone", SAME));
    }

    private static List<Compared> identifiers(Wanted wanted, Known known, Weights weights) {
        return wanted.identifiers().entrySet().stream()
                .filter(each -> !IdentifierKind.key(each.getValue()).isEmpty())
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(each -> identifier(IdentifierKind.of(each.getKey()), each.getValue(), known, weights))
                .toList();
    }

    private static Compared identifier(IdentifierKind kind, String value, Known known, Weights weights) {
        var title = kind.inSentence();
        var ofKind = known.identifiers().stream()
                .filter(each -> each.kind().equals(kind.code()))
                .toList();
        if (ofKind.isEmpty()) return missing(kind.code(), title + " not known");
        var key = IdentifierKind.key(value);
        var wellFormed = kind.isWellFormed(value);
        if (ofKind.stream().anyMatch(each -> each.key().equals(key))) {
            return wellFormed
                    ? new Compared(kind.code(), AGREES, "same " + title, weights.weight("identifier", SAME))
                    : new Compared(
                            kind.code(),
                            AGREES,
                            "same " + title + ", " + NOT_VALID,
                            weights.weight("identifier", SAME) / 2);
        }
        var bothWellFormed = wellFormed && ofKind.stream().anyMatch(Known.Identifier::wellFormed);
        return new Compared(
                kind.code(),
                DIFFERS,
                "different " + title,
                bothWellFormed ? weights.weight("identifier", 3) : weights.weight("identifier", 3) / WRONG_FORM);
    }

    private static Compared missing(String field, String words) {
        return new Compared(field, MISSING, words, 0);
    }
}
