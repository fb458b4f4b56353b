package lantern.intake.mailbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of the documented template (docs/guides/integrate.md): what a line begins with, the field of the notification it fills, and how its value is
 * read. A sender whose system uses other words has labels of its own beside these.
 */
enum Label {
    KIND("kind", Reading.CODE, "kind", "type", "type of report", "report type"),
    REFERENCE("sourceReference", Reading.LINE, "reference", "our reference", "report reference"),
    SOURCE("source", Reading.LINE, "source", "system"),
    REPORTED_AT("reportedAt", Reading.MOMENT, "reported", "reported at", "date reported", "reported on"),
    OCCURRED_AT("occurredAt", Reading.MOMENT, "happened at", "occurred", "occurred at"),
    REPORTER("reporter.name", Reading.LINE, "reported by", "reporter", "informant"),
    RELATIONSHIP("reporter.relationship", Reading.LINE, "relationship", "relationship to child"),
    REPORTER_PHONE("reporter.phone", Reading.LINE, "reporter phone", "reporter telephone", "informant phone"),
    REPORTER_EMAIL("reporter.email", Reading.LINE, "reporter email", "reporter e-mail"),
    FAMILY_NAME("child.familyName", Reading.LINE, "family name", "surname", "last name"),
    GIVEN_NAMES("child.givenNames", Reading.LINE, "given names", "first name", "first names", "forename", "forenames"),
    NAME("child.name", Reading.NAME, "name", "full name", "missing person", "child"),
    KNOWN_AS("child.knownAs", Reading.LINE, "known as", "alias", "aliases"),
    BORN("child.dateOfBirth", Reading.DATE, "date of birth", "dob", "born"),
    AGE("child.approximateAge", Reading.NUMBER, "age", "approximate age"),
    SEX("child.sex", Reading.CODE, "sex", "gender"),
    ETHNICITY("child.ethnicity", Reading.LINE, "ethnicity", "ethnic appearance", "self-defined ethnicity"),
    NHS_NUMBER("child.identifiers.nhsNumber", Reading.LINE, "nhs number", "nhs no"),
    UPN("child.identifiers.upn", Reading.LINE, "upn", "unique pupil number"),
    POLICE_NOMINAL(
            "child.identifiers.policeNominal",
            Reading.LINE,
            "police nominal",
            "nominal",
            "nominal reference",
            "pnc id"),
    ADDRESS("child.address", Reading.LINES, "address", "home address"),
    POSTCODE("child.postcode", Reading.LINE, "postcode", "post code"),
    PHONE("child.phone", Reading.LINE, "phone", "mobile", "telephone", "child phone"),
    DESCRIPTION("child.description", Reading.LINES, "description", "physical description"),
    CLOTHING("child.clothing", Reading.LINES, "clothing", "wearing", "last seen wearing"),
    ACCOUNT("child.account", Reading.LINE, "social media", "social media account", "accounts"),
    DISABILITY("child.disability", Reading.LINES, "disability", "disabilities"),
    MEDICATION("child.medication", Reading.LINES, "medication", "medical needs"),
    LAST_SEEN_AT("missing.lastSeenAt", Reading.MOMENT, "last seen", "last seen at", "missing since", "date last seen"),
    LAST_SEEN_PLACE("missing.lastSeenPlace", Reading.LINE, "last seen where", "last seen place", "location last seen"),
    LAST_SEEN_BY("missing.lastSeenBy", Reading.LINE, "last seen by", "last seen with"),
    LAST_SEEN_WITH("missing.lastSeenWith", Reading.LINE, "with", "in company of"),
    TRANSPORT("missing.transport", Reading.LINE, "transport", "vehicle"),
    MONEY("missing.money", Reading.LINE, "money"),
    DANGER("missing.danger", Reading.LINES, "danger", "danger to self or others"),
    EXPLOITATION("missing.exploitation", Reading.LINES, "exploitation", "exploitation suspected"),
    EARLIER("missing.earlierEpisodes", Reading.LINES, "earlier episodes", "previous episodes"),
    MISSING_FROM("missing.missingFrom", Reading.CODE, "missing from", "missing from type"),
    PLACEMENT("missing.placementName", Reading.LINE, "placement", "care home", "placement name"),
    CIRCUMSTANCES("missing.circumstances", Reading.LINES, "circumstances", "details", "narrative"),
    CLASSIFICATION("missing.classification", Reading.CODE, "classification", "category"),
    RISK("missing.risk", Reading.CODE, "risk", "risk level", "risk assessment", "grade"),
    OUT_OF_CHARACTER("missing.outOfCharacter", Reading.YES_OR_NO, "out of character"),
    POLICE_REFERENCE(
            "missing.policeReference",
            Reading.LINE,
            "police reference",
            "incident number",
            "log number",
            "occurrence number"),
    FOUND_AT("found.foundAt", Reading.MOMENT, "found", "found at", "date found", "located at"),
    FOUND_PLACE("found.foundPlace", Reading.LINE, "found where", "found place", "location found"),
    FOUND_BY("found.foundBy", Reading.LINE, "found by", "located by"),
    RETURNED_TO("found.returnedTo", Reading.LINE, "returned to"),
    HARM("found.harm", Reading.CODE, "harm"),
    CHECK("found.safeAndWellCheck", Reading.LINES, "safe and well check", "prevention interview", "police debrief");

    /** How a value is read. */
    enum Reading {
        LINE,
        LINES,
        CODE,
        DATE,
        MOMENT,
        NUMBER,
        YES_OR_NO,
        NAME
    }

    final String path;
    final Reading reading;
    private final String[] words;

    Label(String path, Reading reading, String... words) {
        this.path = path;
        this.reading = reading;
        this.words = words;
    }

    /** The word that stands first for this label, as the documented template writes it. */
    String word() {
        return words[0];
    }

    private static final Map<String, Label> BY_WORD = byWord();

    private static Map<String, Label> byWord() {
        var all = new LinkedHashMap<String, Label>();
        for (var label : values()) for (var word : label.words) all.put(word, label);
        return Map.copyOf(all);
    }

    /**
     * The label of a line's beginning; null when it is none.
     *
     * @param own a sender's own words, in lower case, each with a word of the documented template
     */
    static @Nullable Label of(String written, Map<String, String> own) {
        var word = written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var known = own.getOrDefault(word, word);
        return BY_WORD.get(known);
    }
}
