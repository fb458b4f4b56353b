package lantern.children.linkage.value;

import java.util.List;
import lantern.children.linkage.text.Likeness;
import lantern.children.linkage.text.Likeness.Degree;

/** Short texts and codes: towns, postcodes, phones, e-mail addresses, identifiers, numbers. */
public final class Text {
    public static final List<String> WORDS = List.of("same", "slip", "alike", "shares a word", "different");
    public static final List<String> POSTCODE = List.of("same", "slip", "same area", "different");
    public static final List<String> CODE = List.of("same", "slip", "different");
    public static final List<String> EMAIL = List.of("same", "slip", "alike", "different");
    public static final List<String> SEX = List.of("same", "different");
    public static final List<String> NUMBER = List.of("same", "one apart", "a few apart", "different");

    private Text() {}

    public static int words(Name a, Name b) {
        return switch (Likeness.of(a.key(), b.key())) {
            case SAME -> 1;
            case SLIP -> 2;
            case ALIKE -> 3;
            case DIFFERS -> shares(a, b) ? 4 : 5;
        };
    }

    private static boolean shares(Name a, Name b) {
        for (var word : a.words()) if (word.length() > 2 && b.words().contains(word)) return true;
        return false;
    }

    public static int postcode(String a, String b) {
        if (a.equals(b)) return 1;
        var most = Math.min(a.length(), b.length()) >= 4 ? 1 : 0;
        if (Likeness.slips(a, b, most) <= most) return 2;
        return area(a).equals(area(b)) ? 3 : 4;
    }

    /** A British postcode's outward half; of others all but the last two characters. */
    public static String area(String postcode) {
        var letters = Character.isLetter(postcode.charAt(0));
        return postcode.substring(0, Math.max(Math.min(2, postcode.length()), postcode.length() - (letters ? 3 : 2)));
    }

    public static int code(String a, String b) {
        if (a.equals(b)) return 1;
        var most = Math.min(a.length(), b.length()) >= 8 ? 2 : Math.min(a.length(), b.length()) >= 4 ? 1 : 0;
        return Likeness.slips(a, b, most) <= most ? 2 : 3;
    }

    public static int email(String a, String b) {
        if (a.equals(b)) return 1;
        if (Likeness.slips(a, b, 2) <= 2) return 2;
        if (mailbox(a).length() > 4 && mailbox(a).equals(mailbox(b))) return 3;
        return Likeness.of(a, b) == Degree.DIFFERS ? 4 : 3;
    }

    public static String mailbox(String email) {
        var at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    public static int sex(String a, String b) {
        return a.equals(b) ? 1 : 2;
    }

    public static int number(String a, String b) {
        if (a.equals(b)) return 1;
        var apart = Math.abs(Long.parseLong(a) - Long.parseLong(b));
        return apart <= 1 ? 2 : apart <= 3 ? 3 : 4;
    }
}
