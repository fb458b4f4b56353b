package lantern.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import lantern.calendar.London;
import org.jspecify.annotations.Nullable;

/** Lengths of time and ages as people say them. */
public final class Words {
    private Words() {}

    /** "35 minutes", "6 hours", "2 days 3 hours". */
    public static String elapsed(Instant from, Instant to) {
        var length = Duration.between(from, to);
        if (length.isNegative()) return "0 minutes";
        if (length.toHours() < 1) return many(length.toMinutes(), "minute");
        if (length.toHours() < 48) return many(length.toHours(), "hour");
        var hours = length.toHoursPart();
        return many(length.toDays(), "day") + (hours == 0 ? "" : " " + many(hours, "hour"));
    }

    /** "15"; null when the date of birth is not known. */
    public static @Nullable Integer age(@Nullable LocalDate born, Instant at) {
        return born == null ? null : Period.between(born, London.date(at)).getYears();
    }

    public static String many(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** "home" is "Home", "none-known" is "None known". */
    public static String of(@Nullable String code) {
        if (code == null || code.isBlank()) return "Not recorded";
        var words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
