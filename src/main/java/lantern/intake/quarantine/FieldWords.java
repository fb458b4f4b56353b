package lantern.intake.quarantine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contract's fields and what was wrong with them, in the words of the form: nobody at the hub reads paths of a JSON message. */
public final class FieldWords {
    private static final Map<String, String> LABELS = labels();

    private FieldWords() {}

    private static Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        labels.put("body", "The whole message");
        labels.put("source", "The sender's system");
        labels.put("sourceReference", "The sender's own reference");
        labels.put("kind", "What it is about");
        labels.put("occurredAt", "When it happened");
        labels.put("reportedAt", "When it was reported");
        labels.put("wantsFeedback", "Whether they want feedback");
        labels.put("reporter.name", "Name of who reports");
        labels.put("reporter.relationship", "Relationship to the child");
        labels.put("reporter.phone", "Phone of who reports");
        labels.put("reporter.email", "Email of who reports");
        labels.put("child.familyName", "Family name");
        labels.put("child.givenNames", "Given names");
        labels.put("child.knownAs", "Known as");
        labels.put("child.dateOfBirth", "Date of birth");
        labels.put("child.approximateAge", "Age, about");
        labels.put("child.sex", "Sex");
        labels.put("child.ethnicity", "Ethnicity");
        labels.put("child.description", "Description");
        labels.put("child.clothing", "Clothing");
        labels.put("child.addresses", "Home address");
        labels.put("child.phones", "The child's phone");
        labels.put("child.identifiers.upn", "Unique pupil number");
        labels.put("child.identifiers.nhsNumber", "NHS number");
        labels.put("child.identifiers.policeNominal", "Police nominal reference");
        labels.put("missing.lastSeenAt", "Last seen");
        labels.put("missing.lastSeenPlace", "Last seen where");
        labels.put("missing.lastSeenBy", "Last seen by");
        labels.put("missing.missingFrom", "Missing from");
        labels.put("missing.placementName", "Placement");
        labels.put("missing.circumstances", "What happened");
        labels.put("missing.classification", "Police say");
        labels.put("missing.risk", "Police risk");
        labels.put("missing.outOfCharacter", "Whether it is out of character");
        labels.put("missing.concerns", "Concerns");
        labels.put("missing.policeReference", "Police reference");
        labels.put("child.accounts", "Social media accounts");
        labels.put("child.disability", "Disability");
        labels.put("child.medication", "Medication");
        labels.put("missing.lastSeenWith", "With whom");
        labels.put("missing.transport", "Transport");
        labels.put("missing.money", "Money");
        labels.put("missing.danger", "Danger to themselves or others");
        labels.put("missing.exploitation", "Abuse or exploitation suspected");
        labels.put("missing.earlierEpisodes", "Earlier episodes");
        labels.put("missing.checks", "Checked before reporting");
        labels.put("found.foundAt", "Found");
        labels.put("found.foundPlace", "Found where");
        labels.put("found.foundBy", "Found by");
        labels.put("found.returnedTo", "Returned to");
        labels.put("found.harm", "Harm");
        labels.put("found.safeAndWellCheck", "Safe and well check");
        return labels;
    }

    /** "Family name" for child.familyName; a field that no form has is named as the sender wrote it. */
    public static String label(String path) {
        var known = known(path);
        return known == null ? "A field named " + path : known;
    }

    private static @Nullable String known(String path) {
        // An item of a list, such as child.addresses[0].postcode, is one of its list.
        return LABELS.get(path.replaceAll("\\[.*", ""));
    }

    /** What to do about it, for somebody who types. */
    public static String message(String path, String said) {
        if (path.startsWith("source")) return "Not given. A message completed by hand has one of its own";
        if (said.startsWith("Send this field")) return enter(path);
        if (said.startsWith("Send one of")) return "Choose one of the answers";
        if (said.startsWith("Send a time between")) return "Enter a time between the year 2000 and now";
        if (said.startsWith("Send the birth"))
            return "Enter the date of birth of someone aged 0 to 25, not in the future";
        if (said.startsWith("Send a number")) return said.replace("Send", "Enter");
        if (said.startsWith("Send a real date")) return "Enter a real date";
        if (said.startsWith("Send at most") && said.endsWith("characters"))
            return said.replace("Send at most", "Use").replace("characters", "characters or fewer");
        if (said.startsWith("Send at most")) return said.replace("Send", "Enter");
        if (said.startsWith("Send whole") || said.startsWith("Leave out the control"))
            return "Type it again: it holds a character that cannot be read";
        if (said.startsWith("This field is not known"))
            return "Lantern has no such field: see what the sender wrote in it";
        return said.startsWith("Send ") && known(path) != null ? "Enter it again: it could not be read" : said;
    }

    private static String enter(String path) {
        if (path.equals("kind")) return "Choose what it is about";
        var label = label(path);
        return (label.startsWith("Wh") ? "Enter " : "Enter the ")
                + label.substring(0, 1).toLowerCase(Locale.UK)
                + label.substring(1);
    }
}
