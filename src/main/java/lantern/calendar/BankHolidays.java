package lantern.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * England's bank holidays by the standing rules (Banking and Financial Dealings Act 1971, schedule 1, and the yearly
 * proclamations under it, with substitute days), changed by the one-off proclamations listed below.
 */
public final class BankHolidays {
    /** Published on gov.uk up to and including this year; a later year is provisional: rules only, no proclamation yet. */
    public static final int LAST_PUBLISHED_YEAR = 2027;

    private record Change(
            LocalDate day,
            String title,
            @org.jspecify.annotations.Nullable LocalDate insteadOf) {}

    /** What proclamations moved or added; each is a line of the London Gazette and of gov.uk/bank-holidays. */
    private static final List<Change> CHANGES = List.of(
            moved("2012-06-04", "Spring bank holiday", "2012-05-28"),
            added("2012-06-05", "Diamond Jubilee of Queen Elizabeth II"),
            moved("2020-05-08", "Early May bank holiday (75 years of VE Day)", "2020-05-04"),
            moved("2022-06-02", "Spring bank holiday", "2022-05-30"),
            added("2022-06-03", "Platinum Jubilee of Queen Elizabeth II"),
            added("2022-09-19", "State funeral of Queen Elizabeth II"),
            added("2023-05-08", "Coronation of King Charles III"));

    private static final Map<Integer, SortedMap<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

    private BankHolidays() {}

    public static boolean on(LocalDate day) {
        return in(day.getYear()).containsKey(day);
    }

    public static boolean provisional(LocalDate day) {
        return day.getYear() > LAST_PUBLISHED_YEAR;
    }

    public static SortedMap<LocalDate, String> in(int year) {
        return YEARS.computeIfAbsent(year, BankHolidays::compute);
    }

    private static SortedMap<LocalDate, String> compute(int year) {
        var days = new TreeMap<LocalDate, String>();
        days.put(weekday(LocalDate.of(year, 1, 1)), "New Year's Day");
        var easter = easterSunday(year);
        days.put(easter.minusDays(2), "Good Friday");
        days.put(easter.plusDays(1), "Easter Monday");
        days.put(LocalDate.of(year, 5, 1).with(firstInMonth(MONDAY)), "Early May bank holiday");
        days.put(LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)), "Spring bank holiday");
        days.put(LocalDate.of(year, 8, 1).with(lastInMonth(MONDAY)), "Summer bank holiday");
        christmas(LocalDate.of(year, 12, 25), days);
        for (var change : CHANGES) {
            if (change.day.getYear() != year) continue;
            if (change.insteadOf != null) days.remove(change.insteadOf);
            days.put(change.day, change.title);
        }
        return java.util.Collections.unmodifiableSortedMap(days);
    }

    private static void christmas(LocalDate christmas, SortedMap<LocalDate, String> days) {
        // A substitute never displaces the other holiday: Christmas on a Sunday moves past Boxing Day to Tuesday.
        switch (christmas.getDayOfWeek()) {
            case FRIDAY -> put(days, christmas, christmas.plusDays(3));
            case SATURDAY -> put(days, christmas.plusDays(2), christmas.plusDays(3));
            case SUNDAY -> put(days, christmas.plusDays(2), christmas.plusDays(1));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> put(days, christmas, christmas.plusDays(1));
        }
    }

    private static void put(SortedMap<LocalDate, String> days, LocalDate christmas, LocalDate boxing) {
        days.put(christmas, "Christmas Day");
        days.put(boxing, "Boxing Day");
    }

    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The Gregorian computus as published in Nature, 20 April 1876 (the "anonymous" algorithm). */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearInCentury = year % 100;
        int skippedLeapDays = century / 4;
        int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - skippedLeapDays - moonCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearInCentury / 4) - epact - yearInCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int monthAndDay = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }

    private static Change moved(String day, String title, String insteadOf) {
        return new Change(LocalDate.parse(day), title, LocalDate.parse(insteadOf));
    }

    private static Change added(String day, String title) {
        return new Change(LocalDate.parse(day), title, null);
    }
}
