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

/** One wanted child against one of the register: every field compared, its words and its weight. Pure, and the same every time. */
record Scoring(List<Compared> working, boolean strong) {

    static Scoring of(Wanted wanted, Known known) {
        var working = new ArrayList<>(Names.compare(wanted, known.names()));
        working.add(birth(wanted, known));
        working.add(sex(wanted.sex(), known.sex()));
        working.add(postcode(wanted.postcodes(), known.postcodes()));
        working.add(phone(wanted.phones(), known.phones()));
        var identifiers = identifiers(wanted, known);
        working.addAll(identifiers);
        return new Scoring(List.copyOf(working), strong(working, identifiers));
    }

    double evidence() {
        return working.stream().mapToDouble(Compared::weight).sum();
    }

    double probability() {
        return Weights.probability(evidence());
    }

    /** More speaks for it than against it. */
    boolean plausible() {
        return evidence() > 0;
    }

    // An exact, well-formed identifier and none that contradicts it, with the name or the date of birth (spec:
    // missing.md).
    private static boolean strong(List<Compared> working, List<Compared> identifiers) {
        var exact =
                identifiers.stream().anyMatch(each -> each.level() == AGREES && each.weight() == Weights.IDENTIFIER);
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

    private static Compared birth(Wanted wanted, Known known) {
        var born = wanted.dateOfBirth();
        var other = known.born();
        if (born == null || other == null) return missing("dateOfBirth", "date of birth not known");
        return Births.compare(born, other, known.birthApproximate());
    }

    private static Compared sex(@org.jspecify.annotations.Nullable String wanted, String known) {
        if (wanted == null || wanted.equals("not-known") || known.equals("not-known"))
            return missing("sex", "sex not known");
        return wanted.equals(known)
                ? new Compared("sex", AGREES, "same sex", Weights.SEX)
                : new Compared("sex", DIFFERS, "different sex", Weights.SEX_DIFFERS);
    }

    private static Compared postcode(List<String> wanted, Set<String> known) {
        var keys = wanted.stream()
                .map(IdentifierKind::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        if (keys.isEmpty() || known.isEmpty()) return missing("postcode", "postcode not known");
        if (!Collections.disjoint(keys, known))
            return new Compared("postcode", AGREES, "same postcode", Weights.POSTCODE);
        var areas = known.stream().map(Postcode::outward).toList();
        return keys.stream()
                .map(Postcode::outward)
                .filter(areas::contains)
                .findFirst()
                .map(area -> new Compared(
                        "postcode", CLOSE, "postcode in the same area (" + area + ")", Weights.POSTCODE_AREA))
                .orElseGet(() -> new Compared("postcode", DIFFERS, "different postcode", Weights.POSTCODE_DIFFERS));
    }

    private static Compared phone(List<String> wanted, Set<String> known) {
        var keys = wanted.stream().map(Phone::key).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        if (keys.isEmpty() || known.isEmpty()) return missing("phone", "phone not known");
        return Collections.disjoint(keys, known)
                ? new Compared("phone", DIFFERS, "different phone", Weights.PHONE_DIFFERS)
                : new Compared("phone", AGREES, "same phone", Weights.PHONE);
    }

    private static List<Compared> identifiers(Wanted wanted, Known known) {
        return wanted.identifiers().entrySet().stream()
                .filter(each -> !IdentifierKind.key(each.getValue()).isEmpty())
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(each -> identifier(IdentifierKind.of(each.getKey()), each.getValue(), known))
                .toList();
    }

    private static Compared identifier(IdentifierKind kind, String value, Known known) {
        var title = kind.inSentence();
        var ofKind = known.identifiers().stream()
                .filter(each -> each.kind().equals(kind.code()))
                .toList();
        if (ofKind.isEmpty()) return missing(kind.code(), title + " not known");
        var key = IdentifierKind.key(value);
        var wellFormed = kind.isWellFormed(value);
        if (ofKind.stream().anyMatch(each -> each.key().equals(key))) {
            return wellFormed
                    ? new Compared(kind.code(), AGREES, "same " + title, Weights.IDENTIFIER)
                    : new Compared(
                            kind.code(),
                            AGREES,
                            "same " + title + ", but it is not a valid one",
                            Weights.IDENTIFIER_WRONG_FORM);
        }
        var bothWellFormed = wellFormed && ofKind.stream().anyMatch(Known.Identifier::wellFormed);
        return new Compared(
                kind.code(),
                DIFFERS,
                "different " + title,
                bothWellFormed ? Weights.IDENTIFIER_DIFFERS : Weights.IDENTIFIER_DIFFERS_WRONG_FORM);
    }

    private static Compared missing(String field, String words) {
        return new Compared(field, MISSING, words, 0);
    }
}
