package lantern.timescales.standard;

import java.time.LocalTime;
import lantern.calendar.OfficeHours;
import lantern.calendar.SchoolDays;
import lantern.calendar.WorkingDays;

/** The calendars of one authority: its closure days, its terms and when its office closes. */
public record Calendars(WorkingDays working, SchoolDays school, OfficeHours office) {
    /** Close of office where an authority has not said otherwise; the papers give none. */
    public static final LocalTime CLOSE_OF_OFFICE = LocalTime.of(17, 0);

    public static Calendars england() {
        var working = WorkingDays.england();
        return new Calendars(working, SchoolDays.notLoaded(), new OfficeHours(working, CLOSE_OF_OFFICE));
    }
}
