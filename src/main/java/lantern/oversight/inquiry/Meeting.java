package lantern.oversight.inquiry;

import java.time.LocalDate;
import java.util.UUID;
import lantern.calendar.WorkingDays;

/** A committee's meeting, with the committee's name of that day. */
public record Meeting(UUID id, UUID committee, String committeeName, LocalDate on, String startsAt, String place)
        implements Comparable<Meeting> {
    /** Five clear days, Local Government Act 1972 section 100B(3) as amended in 2002. */
    public static final int CLEAR_DAYS = 5;

    /** The last day on which papers can go out. */
    public LocalDate sendOut() {
        return sendOut(on);
    }

    public static LocalDate sendOut(LocalDate meeting) {
        return WorkingDays.england().clearBefore(meeting, CLEAR_DAYS);
    }

    @Override
    public int compareTo(Meeting other) {
        return on.equals(other.on) ? id.compareTo(other.id) : on.compareTo(other.on);
    }
}
