package lantern.intake.mailbox;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lantern.calendar.London;
import org.jspecify.annotations.Nullable;

/** Values as people write them, turned into those of the HTTP contract. What is not understood stays as it is, and is then refused by name. */
final class Values {
    private static final List<DateTimeFormatter> DAYS = List.of(
            written("d/M/uuuu"),
            written("d-M-uuuu"),
            written("d.M.uuuu"),
            written("uuuu-M-d"),
            written("d MMMM uuuu"),
            written("d MMM uuuu"));
    private static final List<DateTimeFormatter> TIMES = List.of(
            written("H:mm:ss"), written("H:mm"), written("H.mm"), written("HHmm"), written("h:mma"), written("ha"));

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("missing person", "missing"),
            Map.entry("missing child", "missing"),
            Map.entry("no apparent risk", "absent"),
            Map.entry("located", "found"),
            Map.entry("returned", "found"),
            Map.entry("cancelled", "update"),
            Map.entry("education referral", "education-referral"),
            Map.entry("public report", "public-report"),
            Map.entry("m", "male"),
            Map.entry("f", "female"),
            Map.entry("boy", "male"),
            Map.entry("girl", "female"),
            Map.entry("unknown", "not-known"),
            Map.entry("not known", "not-known"),
            Map.entry("very low", "very-low"),
            Map.entry("standard", "medium"),
            Map.entry("care", "placement"),
            Map.entry("children's home", "placement"),
            Map.entry("foster care", "placement"),
            Map.entry("none known", "none-known"),
            Map.entry("none", "none-known"));

    private Values() {}

    private static DateTimeFormatter written(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static String code(Label label, String text) {
        var code = text.strip().toLowerCase(Locale.ROOT);
        // "None" of a sex or a risk is no code at all.
        if (label != Label.HARM && code.startsWith("none")) return code;
        return CODES.getOrDefault(code, code);
    }

    static @Nullable Boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> true;
            case "no", "n", "false" -> false;
            default -> null;
        };
    }

    static String date(String text) {
        var day = day(text.strip());
        return day == null ? text : day.toString();
    }

    /** A date and a time of day in Europe/London, or with an offset. A time that occurs twice in October is the first of the two. */
    static String moment(String text) {
        var written = text.strip();
        try {
            return OffsetDateTime.parse(written).toString();
        } catch (DateTimeParseException e) {
            // as people write it
        }
        var words = written.replace(" at ", " ")
                .replace(",", " ")
                .replaceAll("(?i)\\b(hrs|hours|bst|gmt)\\b", " ")
                .replace('T', ' ')
                .strip()
                .replaceAll("\\s+", " ");
        for (var cut = words.length(); cut > 0; cut = words.lastIndexOf(' ', cut - 1)) {
            var day = day(words.substring(0, cut));
            if (day == null) continue;
            var time =
                    cut == words.length() ? null : time(words.substring(cut + 1).replace(" ", ""));
            if (time != null)
                return LocalDateTime.of(day, time)
                        .atZone(London.ZONE)
                        .toOffsetDateTime()
                        .toString();
        }
        return text;
    }

    private static @Nullable LocalDate day(String text) {
        for (var each : DAYS) {
            try {
                return LocalDate.parse(text, each);
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return null;
    }

    private static @Nullable LocalTime time(String text) {
        for (var each : TIMES) {
            try {
                return LocalTime.parse(text, each);
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return null;
    }
}
