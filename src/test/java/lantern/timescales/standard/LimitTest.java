package lantern.timescales.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import lantern.calendar.London;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Calendars ENGLAND = Calendars.england();

    /** Looking back from now and counting forward from then say the same, for every unit that has a limit. */
    @Test
    void what_started_before_is_late_now_and_what_started_then_is_not() {
        var random = new Random(20260330);
        for (var words :
                new String[] {"72 hours", "10 days", "6 weeks", "3 months", "5 working days", "close of office"})
            for (var n = 0; n < 40; n++) {
                var now = Instant.parse("2014-01-01T00:00:00Z").plusSeconds(random.nextLong(400_000_000L));
                var limit = Limit.parse(words);
                var before = limit.lateBefore(now, ENGLAND).orElseThrow();
                assertThat(limit.due(before.plusSeconds(1), ENGLAND).orElseThrow())
                        .as(words + " " + now)
                        .isAfterOrEqualTo(now);
                assertThat(limit.due(before.minus(Duration.ofSeconds(1)), ENGLAND)
                                .orElseThrow())
                        .as(words + " " + now)
                        .isBefore(now.plusSeconds(1));
            }
    }

    @Test
    void three_months_are_late_from_the_start_of_the_day_after() {
        var now = Instant.parse("2026-03-30T10:00:00Z");
        assertThat(Limit.parse("3 months").lateBefore(now, ENGLAND))
                .contains(London.startOf(LocalDate.of(2025, 12, 30)));
        assertThat(Limit.parse("no limit").lateBefore(now, ENGLAND)).isEmpty();
    }
}
