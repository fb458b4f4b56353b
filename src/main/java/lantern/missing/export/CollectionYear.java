package lantern.missing.export;

import java.time.Instant;
import java.time.LocalDate;
import lantern.calendar.London;
import lantern.platform.Refused;

/** The year of the looked-after children return: 2026 is 1 April 2025 to 31 March 2026. */
record CollectionYear(int year) {
    CollectionYear {
        if (year < 2004 || year > 2100) throw new Refused("Give the year in which the collection ends, such as 2026");
    }

    LocalDate first() {
        return LocalDate.of(year - 1, 4, 1);
    }

    LocalDate last() {
        return LocalDate.of(year, 3, 31);
    }

    Instant begins() {
        return first().atStartOfDay(London.ZONE).toInstant();
    }

    /** The first instant after it. */
    Instant over() {
        return last().plusDays(1).atStartOfDay(London.ZONE).toInstant();
    }
}
