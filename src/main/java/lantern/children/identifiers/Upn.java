package lantern.children.identifiers;

import java.util.regex.Pattern;

/**
 * A unique pupil number: a check letter, then twelve digits (a temporary one ends in a letter). The check letter follows the
 * Department for Education's guide to unique pupil numbers: digits weighted 2 to 13, remainder by 23.
 */
public final class Upn {
    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]");
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Upn() {}

    public static boolean isWellFormed(String value) {
        var upn = IdentifierKind.key(value);
        return FORM.matcher(upn).matches() && upn.charAt(0) == checkLetter(upn.substring(1));
    }

    static char checkLetter(String twelve) {
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            var c = twelve.charAt(i);
            sum += (i + 2) * (Character.isDigit(c) ? c - '0' : LETTERS.indexOf(c));
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
