package lantern.children.facts.kind;

import static lantern.children.facts.kind.FactField.child;
import static lantern.children.facts.kind.FactField.choice;
import static lantern.children.facts.kind.FactField.day;
import static lantern.children.facts.kind.FactField.lines;
import static lantern.children.facts.kind.FactField.list;
import static lantern.children.facts.kind.FactField.words;
import static lantern.children.facts.kind.FactKind.many;
import static lantern.children.facts.kind.FactKind.one;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.children.care.CareCodes;
import lantern.children.identifiers.IdentifierKind;
import lantern.platform.Refused;

/** Every kind of fact that is written by hand, and what is asked about each. */
public final class FactKinds {
    private static final Map<String, String> YES_NO = ordered("yes", "Yes", "no", "No", "not-known", "Not known");

    /** Kinds with a page of their own that lists them and adds one, as a pattern of addresses. */
    public static final String LISTED =
            "{kind:names|identifiers|addresses|safe-addresses|phones|accounts|relations|disabilities|medical-needs|schools"
                    + "|birth|sex|ethnicity|languages|responsible-authority}";

    /** Those that are started on a page of their own are corrected as the others are. */
    public static final String ALL =
            "{kind:names|identifiers|addresses|safe-addresses|phones|accounts|relations|disabilities|medical-needs|schools"
                    + "|birth|sex|ethnicity|languages|responsible-authority|legal-statuses|placements}";

    public static final Map<String, String> RELATIONSHIPS = FactRules.RELATIONSHIPS;

    private static final List<FactKind> KINDS = List.of(
            many("names", "name", "Names", "name", "identity", "children.name")
                    .asks(
                            choice(
                                            "kind",
                                            "What kind of name is it?",
                                            ordered(
                                                    "current", "The child's name now",
                                                    "previous", "An earlier name",
                                                    "birth", "Name at birth",
                                                    "alias", "Another name they are known by"))
                                    .required("Choose what kind of name it is"),
                            words("given_names", "Given names", 200),
                            words("family_name", "Family name", 200).required("Enter the family name"))
                    .dated("Used since", "Used until")
                    .rule(FactRules::name)
                    .says(
                            "A new name of now makes the one before an earlier name. A search finds the child by each of them."),
            many("identifiers", "identifier", "Identifiers", "identifier", "identity", "children.identifier")
                    .asks(
                            choice(
                                            "kind",
                                            "What kind of identifier is it?",
                                            Arrays.stream(IdentifierKind.values())
                                                    .collect(Collectors.toMap(
                                                            IdentifierKind::code,
                                                            IdentifierKind::title,
                                                            (a, b) -> a,
                                                            LinkedHashMap::new)))
                                    .required("Choose what kind of identifier it is"),
                            words("value", "Identifier", 60)
                                    .hint("A wrong check digit is marked and the number kept as it was given")
                                    .required("Enter the identifier"))
                    .rule(FactRules::identifier),
            many("addresses", "address", "Addresses", "address", "contact", "children.address")
                    .asks(
                            choice(
                                            "kind",
                                            "What kind of address is it?",
                                            ordered("home", "Home", "other", "Another address"))
                                    .hint("Another one is for example that of a relative or a friend they stay with")
                                    .required("Choose what kind of address it is"),
                            lines("lines", "Address", 500),
                            words("postcode", "Postcode", 10))
                    .dated("Lives there since", "Lived there until")
                    .rule(FactRules::address)
                    .says("A new address ends none of the others: a child may have two homes."),
            many(
                            "safe-addresses",
                            "safe-address",
                            "Safe addresses",
                            "safe address",
                            "safe-address",
                            "children.safe_address")
                    .asks(
                            lines("lines", "Safe address", 500).required("Enter the address"),
                            words("postcode", "Postcode", 10),
                            lines("who_may_know", "Who may know it", 300).said("known to "))
                    .dated("Since", "Until")
                    .rule(FactRules::postcode)
                    .says(
                            "A refuge or another address that would put somebody in danger if it were known. Few may read it, and it is left out of whatever is printed unless somebody chooses to put it in."),
            many("phones", "phone", "Phones", "phone", "contact", "children.phone")
                    .asks(
                            choice(
                                            "kind",
                                            "What kind of phone is it?",
                                            ordered(
                                                    "mobile",
                                                    "The child's own mobile",
                                                    "home",
                                                    "At home",
                                                    "other",
                                                    "Another"))
                                    .silent("other")
                                    .required("Choose what kind of phone it is"),
                            words("number", "Number", 60).required("Enter the number"),
                            words("note", "What to know about it", 300).hint("For example, the network or the handset"))
                    .dated("Used since", "Used until"),
            many("accounts", "account", "Social media and games", "account", "contact", "children.account")
                    .asks(
                            words("platform", "Platform", 60)
                                    .hint("For example, Snapchat, Instagram or a game")
                                    .required("Enter the platform"),
                            words("handle", "Name on it", 200).required("Enter the name the child uses there"),
                            words("note", "What to know about it", 300))
                    .dated("Used since", "Used until"),
            many("relations", "relation", "Carers and relations", "relation", "contact", "children.carer")
                    .asks(
                            list("relationship", "Who are they to the child?", FactRules.RELATIONSHIPS)
                                    .required("Choose who they are to the child"),
                            words("name", "Name", 200),
                            child("other_child_id", "Or their reference on the register")
                                    .hint(
                                            "For a brother, sister or friend who is on the register, such as C-1000123: both records then say it"),
                            choice("parental_responsibility", "Do they have parental responsibility?", YES_NO)
                                    .said("parental responsibility: ")
                                    .silent("not-known"),
                            choice("contact", "May they have contact with the child?", FactRules.CONTACT)
                                    .silent("not-restricted"),
                            lines("contact_note", "What the restriction says", 500)
                                    .hint("The order or agreement and its date"),
                            words("phone", "Phone", 60).said("phone "))
                    .dated("Since", "Until")
                    .rule(FactRules::relation),
            many("disabilities", "disability", "Disability", "disability", "health", "children.disability")
                    .asks(
                            list("code", "Disability", CareCodes.DISABILITIES)
                                    .required("Choose a disability from the list"),
                            lines("note", "What to know about it", 500))
                    .dated("Since", "Until"),
            many("medical-needs", "medical-need", "Medical needs", "medical need", "health", "children.medical_need")
                    .asks(
                            words("need", "Medical need", 300).required("Enter the medical need"),
                            words("medicine", "Medicine or treatment", 300).said("needs "),
                            words("without_it", "What happens without it, and how soon", 300)
                                    .said("without it: "))
                    .dated("Since", "Until")
                    .says("What matters when the child is missing: it is printed for the police."),
            many("schools", "school", "Schools", "school", "education", "children.schooling")
                    .asks(
                            words("name", "Name of the school", 200).required("Enter the name of the school"),
                            words("urn", "Its number", 6)
                                    .hint("The six digits of the national register of schools")
                                    .said("number "))
                    .dated("Goes there since", "Went there until")
                    .rule(FactRules::school)
                    .says("A child may be on two rolls at once: a new school ends none of the others."),
            one("birth", "Date of birth", "identity")
                    .asks(
                            choice(
                                            "birth_precision",
                                            "How well is it known?",
                                            ordered(
                                                    "exact", "Exactly",
                                                    "approximate", "It is about right",
                                                    "disputed", "It is disputed",
                                                    "unknown", "It is not known"))
                                    .silent("exact")
                                    .required("Choose how well the date of birth is known"),
                            day("date_of_birth", "Date of birth"),
                            lines("birth_note", "Who says otherwise, and what they say", 500))
                    .rule(FactRules::birth),
            one("child-name", "Name", "identity")
                    .asks(words("given_names", "Given names", 200), words("family_name", "Family name", 200)),
            one("sex", "Sex and gender", "identity")
                    .asks(
                            choice("sex", "Sex", ordered("female", "Female", "male", "Male", "not-known", "Not known"))
                                    .required("Choose the sex"),
                            words("gender", "Gender, in the child's own words", 100)
                                    .said("gender: ")),
            one("ethnicity", "Ethnicity", "identity")
                    .asks(list("ethnicity", "Ethnicity", CareCodes.ETHNICITIES)
                            .hint("The list of the national returns")
                            .required("Choose an ethnicity from the list")),
            one("languages", "Languages", "identity")
                    .asks(
                            words("first_language", "First language", 100),
                            words("other_languages", "Other languages", 200).said("also "),
                            choice("interpreter", "Is an interpreter needed?", YES_NO)
                                    .said("interpreter needed: ")
                                    .silent("not-known")
                                    .required("Choose whether an interpreter is needed"),
                            words("interpreter_note", "What to know about it", 300)
                                    .hint("For example, a dialect, or British Sign Language")),
            one("responsible-authority", "Responsible authority", "legal")
                    .asks(
                            words("responsible_authority", "Responsible authority", 100)
                                    .hint(
                                            "Only when another authority placed the child here. Leave it empty when this one is responsible")),
            many("legal-statuses", "legal-status", "Legal status", "legal status", "legal", "children.legal_status")
                    .asks(
                            list("code", "Legal status", CareCodes.LEGAL_STATUSES)
                                    .required("Choose a legal status from the list"),
                            list("ended_because", "Why it ended, when it has", CareCodes.ENDED_BECAUSE)
                                    .said("ended because: "))
                    .dated("Started on", "Ended on")
                    .rule(FactRules::started),
            many("placements", "placement", "Placements", "placement", "contact", "children.placement")
                    .asks(
                            words("name", "Name of the home or the carer", 200)
                                    .required("Enter the name of the home or the carer"),
                            list("type_code", "Kind of placement", CareCodes.PLACEMENT_TYPES)
                                    .required("Choose a kind of placement from the list"),
                            list("provider_code", "Provider", CareCodes.PROVIDERS),
                            words("host_authority", "Authority it lies in, when that is another", 100)
                                    .said("in "),
                            list("ended_because", "Why it ended, when it has", CareCodes.MOVED_BECAUSE)
                                    .said("ended because: "))
                    .dated("Started on", "Ended on")
                    .rule(FactRules::started));

    private FactKinds() {}

    public static FactKind of(String path) {
        return KINDS.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    public static FactKind ofCode(String code) {
        return KINDS.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    static Map<String, String> ordered(String... codesAndWords) {
        var codes = new LinkedHashMap<String, String>();
        for (var i = 0; i < codesAndWords.length; i += 2) codes.put(codesAndWords[i], codesAndWords[i + 1]);
        return codes;
    }
}
