package lantern.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Civil time in Europe/London: which day an instant falls on, where a day begins and ends, and how people read it. */
public final class London {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private London() {}

    public static LocalDate date(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /**
     * The last microsecond of the day, the finest instant PostgreSQL keeps. "Within five working days" is due then, so one
     * comparison serves every unit: on time is not after the due instant.
     */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }

    /** "Mon 4 Apr 2016". */
    public static String day(LocalDate day) {
        // Java's British locale says "Sept" where everyone here writes "Sep".
        return DAY.format(day).replace("Sept", "Sep");
    }

    /** "18:00". */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZONE));
    }

    /** "Mon 4 Apr 2016, 18:00". */
    public static String dateTime(Instant instant) {
        return day(date(instant)) + ", " + time(instant);
    }

    /** "14:05 today", "18:00 yesterday", "09:15 tomorrow", else "Mon 4 Apr 2016, 18:00". */
    public static String when(Instant instant, Instant now) {
        return switch ((int) ChronoUnit.DAYS.between(date(now), date(instant))) {
            case 0 -> time(instant) + " today";
            case 1 -> time(instant) + " tomorrow";
            case -1 -> time(instant) + " yesterday";
            default -> dateTime(instant);
        };
    }

    /** As {@link #when}, and "end of today", "end of Mon 4 Apr 2016" for the last microsecond of a day. */
    public static String due(Instant due, Instant now) {
        var day = date(due);
        if (!due.equals(endOf(day))) return when(due, now);
        return switch ((int) ChronoUnit.DAYS.between(date(now), day)) {
            case 0 -> "end of today";
            case 1 -> "end of tomorrow";
            case -1 -> "end of yesterday";
            default -> "end of " + day(day);
        };
    }

    /** "6 hours ago (14:05 today)"; "in 3 days (Mon 4 Apr 2016, 18:00)" for what is still to come. */
    public static String ago(Instant instant, Instant now) {
        return apart(instant, now) + " (" + when(instant, now) + ")";
    }

    /** "6 hours ago", "in 3 days", "just now": beside a time that stands there already. */
    public static String apart(Instant instant, Instant now) {
        var length = length(Duration.between(instant, now).abs());
        if (length.isEmpty()) return "just now";
        return instant.isAfter(now) ? "in " + length : length + " ago";
    }

    private static String length(Duration length) {
        if (length.toDays() >= 2) return length.toDays() + " days";
        if (length.toHours() >= 1) return plural(length.toHours(), "hour");
        return length.toMinutes() == 0 ? "" : plural(length.toMinutes(), "minute");
    }

    private static String plural(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
