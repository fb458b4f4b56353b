package lantern.children.identifiers;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import lantern.platform.Refused;

/** A kind of identifier: its code in the record and the API, what people call it, and whether a value could be right. */
public enum IdentifierKind {
    UPN("upn", "Unique pupil number", Upn::isWellFormed),
    NHS_NUMBER("nhs-number", "NHS number", NhsNumber::isWellFormed),
    POLICE_NOMINAL(
            "police-nominal", "Police nominal reference", value -> !key(value).isEmpty()),
    LOOKED_AFTER_ID(
            "looked-after-id", "Looked after child id", value -> !key(value).isEmpty());

    private final String code;
    private final String title;
    private final Predicate<String> wellFormed;

    IdentifierKind(String code, String title, Predicate<String> wellFormed) {
        this.code = code;
        this.title = title;
        this.wellFormed = wellFormed;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** "NHS number", "police nominal reference": in the middle of a sentence. */
    public String inSentence() {
        return this == NHS_NUMBER ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    /** Wrong ones are kept as given and marked, never refused (spec: matching.md). */
    public boolean isWellFormed(String value) {
        return wellFormed.test(value);
    }

    public static IdentifierKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "Choose one of upn, nhs-number, police-nominal and looked-after-id", "identifiers"));
    }

    /** What is compared: letters and digits only, in capitals. The same rule as children.value_key in the database. */
    public static String key(String value) {
        return value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    }
}
