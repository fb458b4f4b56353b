package lantern.missing.counters;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** So many absences within so many days are a pattern, from a day on. {@code own}: set by the authority, with its reason; else shipped. */
public record Threshold(
        Code code,
        int moreThan,
        int days,
        LocalDate from,
        String source,
        @Nullable String why,
        boolean own) {
    public enum Code {
        RED_INDICATOR("red-indicator", "Red indicator for the return interview"),
        PERSISTENT("persistent", "Persistently missing"),
        PLACED_HERE_PATTERN("placed-here-pattern", "Pattern of a child placed here by another authority");

        public final String code;
        public final String words;

        Code(String code, String words) {
            this.code = code;
            this.words = words;
        }

        static Code of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No threshold is called " + code));
        }
    }

    /** "more than 2 in 90 days". */
    public String rule() {
        return "more than " + moreThan + " in " + (days == 365 ? "12 months" : days + " days");
    }
}
