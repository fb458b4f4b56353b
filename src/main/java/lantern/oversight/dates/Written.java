package lantern.oversight.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date found in a text, at the precision it was written with: the first and the last day it can mean.
 *
 * @param start where it stands in the text
 */
public record Written(String raw, int start, int end, LocalDate from, LocalDate until, Precision precision) {
    public enum Precision {
        DAY,
        MONTH,
        SEASON,
        PART_OF_YEAR,
        YEAR,
        RANGE
    }

    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?";
    private static final String YEAR = "(\\d{4}|\\d{2}(?![\\d/%,.]\\d))(?!\\d)";
    private static final String BETWEEN = "\\s*(?:–|-|—|to|until|and)\\s*";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private interface Reading {
        @Nullable
        Written read(MatchResult match);
    }

    private record Form(Pattern pattern, Reading reading) {}

    private static final List<Form> FORMS = List.of(
            form(
                    "\\b" + DAY + BETWEEN + DAY + "\\s+" + MONTH + "\\s+" + YEAR,
                    m -> range(m, day(m.group(1), m.group(3), m.group(4)), day(m.group(2), m.group(3), m.group(4)))),
            form(
                    "\\b" + DAY + "\\s+" + MONTH + "\\s+" + YEAR + BETWEEN + DAY + "\\s+" + MONTH + "\\s+" + YEAR,
                    m -> range(m, day(m.group(1), m.group(2), m.group(3)), day(m.group(4), m.group(5), m.group(6)))),
            form(
                    "\\b" + DAY + "\\s+" + MONTH + ",?\\s+" + YEAR,
                    m -> exact(m, day(m.group(1), m.group(2), m.group(3)))),
            form(
                    "\\b" + MONTH + "\\s+" + DAY + ",?\\s+(\\d{4})(?!\\d)",
                    m -> exact(m, day(m.group(2), m.group(1), m.group(3)))),
            form(
                    "\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})\\b(?![/.])",
                    m -> exact(m, date(number(m.group(3)), number(m.group(2)), number(m.group(1))))),
            form(
                    "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b",
                    m -> exact(m, date(number(m.group(1)), number(m.group(2)), number(m.group(3))))),
            form(
                    "\\b" + MONTH + "\\s+(\\d{4})" + BETWEEN + MONTH + "\\s+(\\d{4})(?!\\d)",
                    m -> months(m, month(m.group(1), m.group(2)), month(m.group(3), m.group(4)))),
            form(
                    "\\b" + MONTH + BETWEEN + MONTH + "\\s+(\\d{4})(?!\\d)",
                    m -> months(m, month(m.group(1), m.group(3)), month(m.group(2), m.group(3)))),
            form(
                    "\\b" + MONTH + "\\s*/\\s*" + MONTH + "\\s+(\\d{4})(?!\\d)",
                    m -> months(m, month(m.group(1), m.group(3)), month(m.group(2), m.group(3)))),
            form(
                    "\\b(?:mid|early|late)[ -]" + MONTH + "\\s+(\\d{4})(?!\\d)",
                    m -> of(m, month(m.group(1), m.group(2)), Precision.MONTH)),
            form(
                    "\\b" + MONTH
                            + "\\s+(\\d{4}|(?<![\\d])\\d{2}(?![\\d:]))(?!\\d|\\s*(?:young|children|schools|people|%))",
                    m -> of(m, month(m.group(1), m.group(2)), Precision.MONTH)),
            form("\\b(spring|summer|autumn|winter)\\s+(?:of\\s+)?(\\d{4})(?!\\d)", Written::season),
            form(
                    "\\b(early|mid|late|the end of|the beginning of|during|throughout)[ -](\\d{4})(?!\\d|/)",
                    Written::partOfYear));

    private static Form form(String pattern, Reading reading) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reading);
    }

    /** Every date in the text, in its order; where two readings overlap the longer one. */
    public static List<Written> in(String text) {
        var found = new ArrayList<Written>();
        for (var form : FORMS) {
            var matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                var match = matcher.toMatchResult();
                if (found.stream().anyMatch(other -> match.start() < other.end && other.start < match.end())) continue;
                var written = form.reading.read(match);
                if (written != null) found.add(written);
            }
        }
        found.sort(Comparator.comparingInt(Written::start));
        return List.copyOf(found);
    }

    /** The one date that the text is, or null. */
    public static @Nullable Written only(String text) {
        var stripped = text.strip();
        return in(stripped).stream()
                .filter(written -> written.start == 0 && written.end == stripped.length())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Written exact(MatchResult match, @Nullable LocalDate day) {
        return day == null ? null : new Written(match.group(), match.start(), match.end(), day, day, Precision.DAY);
    }

    private static @Nullable Written range(MatchResult match, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null || until == null || until.isBefore(from)) return null;
        return new Written(match.group(), match.start(), match.end(), from, until, Precision.RANGE);
    }

    private static @Nullable Written months(MatchResult match, YearMonth from, YearMonth until) {
        return until.isBefore(from)
                ? null
                : new Written(
                        match.group(),
                        match.start(),
                        match.end(),
                        from.atDay(1),
                        until.atEndOfMonth(),
                        Precision.RANGE);
    }

    private static Written of(MatchResult match, YearMonth month, Precision precision) {
        return new Written(match.group(), match.start(), match.end(), month.atDay(1), month.atEndOfMonth(), precision);
    }

    /** Meteorological seasons; a winter is named by the year it begins in. */
    private static Written season(MatchResult match) {
        var first = YearMonth.of(
                Integer.parseInt(match.group(2)),
                switch (match.group(1).toLowerCase(Locale.ROOT)) {
                    case "spring" -> 3;
                    case "summer" -> 6;
                    case "autumn" -> 9;
                    default -> 12;
                });
        return new Written(
                match.group(),
                match.start(),
                match.end(),
                first.atDay(1),
                first.plusMonths(2).atEndOfMonth(),
                Precision.SEASON);
    }

    private static Written partOfYear(MatchResult match) {
        var year = Integer.parseInt(match.group(2));
        var part = match.group(1).toLowerCase(Locale.ROOT);
        int first = part.equals("mid") ? 5 : part.equals("late") || part.equals("the end of") ? 9 : 1;
        int last = part.equals("early") || part.equals("the beginning of") ? 4 : part.equals("mid") ? 8 : 12;
        return new Written(
                match.group(),
                match.start(),
                match.end(),
                LocalDate.of(year, first, 1),
                YearMonth.of(year, last).atEndOfMonth(),
                Precision.PART_OF_YEAR);
    }

    private static YearMonth month(String name, String year) {
        return YearMonth.of(
                year(year), MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1);
    }

    private static @Nullable LocalDate day(String day, String month, String year) {
        var at = month(month, year);
        return date(at.getYear(), at.getMonthValue(), number(day));
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year < 100 ? 2000 + year : year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String year) {
        var number = number(year);
        return number < 100 ? 2000 + number : number;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
