package lantern.children.identifiers;

import java.util.regex.Pattern;

/** Telephone numbers as they are compared. */
public final class Phone {
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");
    private static final Pattern COUNTRY = Pattern.compile("^(?:0044|44)0?");

    private Phone() {}

    /** +44 7700 900123, 0044 7700 900123 and 07700 900123 are one number; the same rule as children.phone_key in the database. */
    public static String key(String number) {
        return COUNTRY.matcher(NOT_DIGITS.matcher(number).replaceAll("")).replaceFirst("0");
    }
}
