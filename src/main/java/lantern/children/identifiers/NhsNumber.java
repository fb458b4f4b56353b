package lantern.children.identifiers;

import java.util.regex.Pattern;

/** An NHS number: ten digits, the last a modulus 11 check digit (NHS Data Dictionary, NHS NUMBER). */
public final class NhsNumber {
    private static final Pattern FORM = Pattern.compile("\\d{10}");

    private NhsNumber() {}

    public static boolean isWellFormed(String value) {
        var number = IdentifierKind.key(value);
        if (!FORM.matcher(number).matches()) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (10 - i) * (number.charAt(i) - '0');
        // A check digit of 10 is never issued.
        var check = (11 - sum % 11) % 11;
        return check == number.charAt(9) - '0';
    }
}
