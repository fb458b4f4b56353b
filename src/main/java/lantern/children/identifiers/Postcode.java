package lantern.children.identifiers;

import java.util.regex.Pattern;

/** A United Kingdom postcode's form (Royal Mail; the pattern of the Cabinet Office's government data standards). */
public final class Postcode {
    private static final Pattern FORM = Pattern.compile(
            "GIR0AA|(?:[A-Z]\\d{1,2}|[A-Z][A-HJ-Y]\\d{1,2}|[A-Z]\\d[A-Z]|[A-Z][A-HJ-Y]\\d[A-Z])\\d[A-Z]{2}");

    private Postcode() {}

    public static boolean isWellFormed(String value) {
        return FORM.matcher(IdentifierKind.key(value)).matches();
    }

    /** The first part, a town or a district of a city: "M1" of "M1 4BT". */
    public static String outward(String key) {
        return key.length() > 3 ? key.substring(0, key.length() - 3) : key;
    }

    /** As it is written: "M1 4BT"; one that has not the form stays as given. */
    public static String written(String value) {
        var key = IdentifierKind.key(value);
        return isWellFormed(value) ? outward(key) + " " + key.substring(key.length() - 3) : value.strip();
    }
}
