package lantern.children.facts.kind;

import static lantern.children.facts.kind.FactKind.text;
import static lantern.children.facts.kind.FactKinds.ordered;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.identifiers.Postcode;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/** What no fact of a kind can be like, and what follows from what was said. */
final class FactRules {
    static final Map<String, String> RELATIONSHIPS = ordered(
            "mother", "Mother",
            "father", "Father",
            "step-parent", "Step-parent",
            "grandparent", "Grandparent",
            "aunt-or-uncle", "Aunt or uncle",
            "sibling", "Brother or sister",
            "half-sibling", "Half-brother or half-sister",
            "step-sibling", "Stepbrother or stepsister",
            "foster-carer", "Foster carer",
            "guardian", "Guardian",
            "other-relative", "Another relative",
            "partner", "Boyfriend, girlfriend or partner",
            "friend", "Friend",
            "other", "Somebody else");
    /** True of both sides, so that one entry can stand on both records. */
    static final Set<String> MUTUAL =
            Set.of("sibling", "half-sibling", "step-sibling", "other-relative", "partner", "friend", "other");

    static final Map<String, String> CONTACT = ordered(
            "not-restricted", "Yes, contact is not restricted",
            "supervised", "Only supervised contact",
            "indirect", "Only indirect contact",
            "none", "No contact");
    private static final int OLDEST = 30;

    private FactRules() {}

    static void name(Map<String, @Nullable Object> row, LocalDate today) {
        if ("current".equals(text(row, "kind")) && row.get("ends_on") != null)
            throw new Refused("A name that has ended is not the child's name now", "kind");
        row.putIfAbsent("given_names", "");
        if (row.get("given_names") == null) row.put("given_names", "");
    }

    static void identifier(Map<String, @Nullable Object> row, LocalDate today) {
        var kind = IdentifierKind.of(Objects.requireNonNull(text(row, "kind")));
        row.put("well_formed", kind.isWellFormed(Objects.requireNonNull(text(row, "value"))));
    }

    static void address(Map<String, @Nullable Object> row, LocalDate today) {
        if (text(row, "lines") == null && text(row, "postcode") == null)
            throw new Refused("Enter the address, or at least its postcode", "lines");
        if (row.get("lines") == null) row.put("lines", "");
        postcode(row, today);
    }

    static void postcode(Map<String, @Nullable Object> row, LocalDate today) {
        var postcode = text(row, "postcode");
        if (postcode != null) row.put("postcode", Postcode.written(postcode));
    }

    static void relation(Map<String, @Nullable Object> row, LocalDate today) {
        var registered = row.get("other_child_id") != null;
        if (text(row, "name") == null && !registered)
            throw new Refused("Enter a name, or the reference of a child on the register", "name");
        if (text(row, "name") != null && registered)
            throw new Refused("Leave the name empty: the name on the record of that child is shown", "name");
        if (registered && !MUTUAL.contains(text(row, "relationship")))
            throw new Refused(
                    "Somebody on the register can be a brother, sister, relative, partner or friend", "relationship");
        if (row.get("parental_responsibility") == null) row.put("parental_responsibility", "not-known");
        if (row.get("contact") == null) row.put("contact", "not-restricted");
        if (!"not-restricted".equals(text(row, "contact")) && text(row, "contact_note") == null)
            throw new Refused("Say what restricts the contact: the order or agreement, and its date", "contactNote");
    }

    static void school(Map<String, @Nullable Object> row, LocalDate today) {
        var urn = text(row, "urn");
        if (urn != null && !urn.matches("\\d{6}"))
            throw new Refused("Enter the six digits of the school's number, or leave it empty", "urn");
    }

    static void birth(Map<String, @Nullable Object> row, LocalDate today) {
        var born = FactKind.day(row, "date_of_birth");
        var precision = Objects.requireNonNull(text(row, "birth_precision"));
        if (precision.equals("unknown") && born != null)
            throw new Refused("Leave the date empty, or choose how well it is known", "dateOfBirth");
        if (!precision.equals("unknown") && born == null)
            throw new Refused("Enter the date of birth, or choose that it is not known", "dateOfBirth");
        if (born != null && born.isAfter(today))
            throw new Refused("The date of birth must be in the past", "dateOfBirth");
        if (born != null && born.isBefore(today.minusYears(OLDEST)))
            throw new Refused("Check the year of birth", "dateOfBirth");
        if (precision.equals("disputed") && text(row, "birth_note") == null)
            throw new Refused("Say who gives another date of birth, and which", "birthNote");
    }

    static void started(Map<String, @Nullable Object> row, LocalDate today) {
        if (row.get("starts_on") == null) throw new Refused("Enter the day it started", "startsOn");
        if (row.get("ends_on") == null && row.get("ended_because") != null)
            throw new Refused("Enter the day it ended, or leave out why", "endsOn");
    }
}
