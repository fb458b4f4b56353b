package lantern.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LondonTest {
    private static final Instant NOW = Instant.parse("2016-07-05T19:05:00Z");

    @Test
    void times_read_as_people_say_them() {
        assertThat(London.when(NOW.minusSeconds(6 * 3600), NOW)).isEqualTo("14:05 today");
        assertThat(London.ago(NOW.minusSeconds(6 * 3600), NOW)).isEqualTo("6 hours ago (14:05 today)");
        assertThat(London.ago(NOW.minusSeconds(60), NOW)).isEqualTo("1 minute ago (20:04 today)");
        assertThat(London.ago(NOW.plus(Duration.ofDays(3)), NOW)).isEqualTo("in 3 days (Fri 8 Jul 2016, 20:05)");
        assertThat(London.dateTime(Instant.parse("2016-09-13T17:00:00Z"))).isEqualTo("Tue 13 Sep 2016, 18:00");
    }

    @Test
    void the_end_of_a_day_is_said_so_and_not_as_one_minute_to_midnight() {
        assertThat(London.due(London.endOf(LocalDate.of(2016, 4, 4)), NOW)).isEqualTo("end of Mon 4 Apr 2016");
        assertThat(London.due(London.endOf(LocalDate.of(2016, 7, 5)), NOW)).isEqualTo("end of today");
        assertThat(London.due(NOW.plusSeconds(3600), NOW)).isEqualTo("21:05 today");
    }

    @Test
    void the_day_the_clocks_change_has_23_or_25_hours() {
        assertThat(hours(LocalDate.of(2016, 3, 27))).isEqualTo(23);
        assertThat(hours(LocalDate.of(2016, 10, 30))).isEqualTo(25);
    }

    private static long hours(LocalDate day) {
        return Duration.between(London.startOf(day), London.startOf(day.plusDays(1)))
                .toHours();
    }
}
