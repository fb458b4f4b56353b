package lantern.platform.web.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import lantern.calendar.London;
import lantern.platform.Refused;

/**
 * A date and a time as people in England type them. On the night the clocks go forward, the hour that does not exist is refused.
 * On the night they go back, the hour that comes twice is taken as the first time round (British Summer Time) unless "GMT" is
 * typed after it.
 */
public final class Moment {
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2}))?\\s*(am|pm)?\\s*(gmt|bst)?", Pattern.CASE_INSENSITIVE);

    private Moment() {}

    /** @throws Refused with a sentence that says what to type */
    public static Instant of(LocalDate day, String typed) {
        var time = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) throw new Refused("Enter the time like 14:05 or 2.05pm");
        var local = LocalDateTime.of(day, clock(time.group(1), time.group(2), time.group(3)));
        return instant(local, time.group(4));
    }

    private static Instant instant(LocalDateTime local, @org.jspecify.annotations.Nullable String zone) {
        var offsets = London.ZONE.getRules().getValidOffsets(local);
        if (offsets.isEmpty())
            throw new Refused("There was no such time that night: the clocks went forward from 01:00 to 02:00");
        if (zone == null) return local.toInstant(offsets.getFirst());
        var offset = zone.equals("gmt") ? ZoneOffset.UTC : ZoneOffset.ofHours(1);
        if (!offsets.contains(offset))
            throw new Refused("That time is not in " + zone.toUpperCase(Locale.ROOT) + " on that day: leave it out");
        return local.toInstant(offset);
    }

    private static LocalTime clock(
            String hours,
            @org.jspecify.annotations.Nullable String minutes,
            @org.jspecify.annotations.Nullable String half) {
        try {
            var hour = Integer.parseInt(hours);
            if (half != null) {
                if (hour < 1 || hour > 12) throw new Refused("Enter the time like 14:05 or 2.05pm");
                hour = hour % 12 + (half.equals("pm") ? 12 : 0);
            } else if (minutes == null) {
                // A bare number is as likely a mistake as an hour.
                throw new Refused("Enter the time like 14:05 or 2.05pm");
            }
            return LocalTime.of(hour, minutes == null ? 0 : Integer.parseInt(minutes));
        } catch (DateTimeException e) {
            throw new Refused("Enter the time like 14:05 or 2.05pm");
        }
    }
}
