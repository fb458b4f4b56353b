package lantern.timescales;

import java.time.Instant;
import lantern.timescales.standard.Calendars;
import lantern.timescales.standard.Standard;

/**
 * A standard as it is in force on a day.
 *
 * @param limit such as "3 months"
 * @param lateBefore whatever started before this is late now; long ago when there is no limit
 */
public record Rule(String standard, String title, String limit, Instant lateBefore) {
    static Rule of(Standard standard, Calendars calendars, Instant now) {
        return new Rule(
                standard.id(),
                standard.title(),
                standard.within().words(),
                standard.within().lateBefore(now, calendars).orElse(Instant.EPOCH));
    }
}
