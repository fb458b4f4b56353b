package lantern.calendar;

import java.time.Instant;
import java.time.LocalTime;

/** When the office closes on a working day. */
public record OfficeHours(WorkingDays days, LocalTime closes) {
    /** Close of office on that working day; outside office hours, on the next working day. */
    public Instant closeAfter(Instant instant) {
        var today = London.date(instant);
        if (days.working(today)) {
            var close = today.atTime(closes).atZone(London.ZONE).toInstant();
            if (!instant.isAfter(close)) return close;
        }
        return days.after(today, 1).atTime(closes).atZone(London.ZONE).toInstant();
    }
}
