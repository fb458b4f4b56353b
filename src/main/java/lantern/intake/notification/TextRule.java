package lantern.intake.notification;

import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which text is taken: any script and any direction, emoji too, exactly as written; but nothing that PostgreSQL cannot keep (U+0000,
 * half a surrogate pair) and no control characters, which a page would not show and a reader could not see.
 */
public final class TextRule {
    private TextRule() {}

    /** What is wrong with the text, or null. */
    public static @Nullable String wrong(String text, int most, boolean breaks) {
        if (text.codePointCount(0, text.length()) > most) return "Send at most " + most + " characters";
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                i++;
            else if (Character.isSurrogate(c))
                return "Send whole characters: character " + (i + 1) + " is half of a surrogate pair";
            else if (Character.isISOControl(c) && !(breaks && (c == '\n' || c == '\r' || c == '\t')))
                return "Leave out the control character U+%04X at place %d".formatted((int) c, i + 1);
        }
        return null;
    }

    /** The text of a form's field that must be filled in, at most 4,000 characters of it. */
    public static String required(String text, String field, String ask) {
        if (text.isBlank()) throw new Refused(ask, field);
        var wrong = wrong(text, 4_000, true);
        if (wrong != null) throw new Refused(wrong, field);
        return text.strip();
    }

    /** A name that a sender made up, fit to be said back to them. */
    static String shown(String name) {
        var shown = name.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return shown.toString();
    }
}
