package lantern.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final WorkingDays ENGLAND = WorkingDays.england();

    /** Acceptance case 5: the nine dates of the committee's 2016/17 work programme, as printed in seed 002. */
    @ParameterizedTest
    @CsvSource({
        "2016-07-20, 2016-07-12",
        "2016-09-21, 2016-09-13",
        "2016-10-12, 2016-10-04",
        "2016-11-23, 2016-11-15",
        "2016-12-07, 2016-11-29",
        "2017-01-25, 2017-01-17",
        "2017-02-08, 2017-01-31",
        "2017-03-22, 2017-03-14",
        "2017-04-26, 2017-04-18"
    })
    void papers_go_out_five_clear_working_days_before_the_committee_meets(LocalDate meeting, LocalDate sendOut) {
        assertThat(ENGLAND.clearBefore(meeting, 5)).isEqualTo(sendOut);
    }

    @Test
    void five_working_days_after_easter_sunday_2016_end_with_monday_4_april() {
        var due = ENGLAND.endAfter(Instant.parse("2016-03-27T18:00:00Z"), 5);
        assertThat(due).isEqualTo(Instant.parse("2016-04-04T22:59:59.999999Z"));
    }

    @Test
    void the_day_counted_from_is_the_day_in_london() {
        // 23:30 UTC on Tuesday 5 July is already Wednesday in London.
        assertThat(ENGLAND.endAfter(Instant.parse("2016-07-05T23:30:00Z"), 1))
                .isEqualTo(London.endOf(LocalDate.of(2016, 7, 7)));
    }

    @Test
    void a_closure_day_of_the_authority_is_skipped() {
        var closed = new WorkingDays(Set.of(LocalDate.of(2016, 7, 6)));
        assertThat(closed.after(LocalDate.of(2016, 7, 5), 1)).isEqualTo(LocalDate.of(2016, 7, 7));
    }

    @Test
    void counting_on_is_monotone_lands_on_working_days_and_is_undone_by_counting_back() {
        var random = new Random(20161012);
        for (var round = 0; round < 2_000; round++) {
            var closures = new HashSet<LocalDate>();
            var day = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(6_500));
            for (var i = random.nextInt(4); i > 0; i--) closures.add(day.plusDays(random.nextInt(40) - 20));
            var days = new WorkingDays(closures);
            var n = 1 + random.nextInt(25);
            var landed = days.after(day, n);
            assertThat(days.working(landed)).isTrue();
            assertThat(landed).isAfter(day).isBefore(days.after(day, n + 1));
            assertThat(landed).isBeforeOrEqualTo(days.after(day.plusDays(1), n));
            assertThat(days.before(landed.plusDays(1), 1)).isEqualTo(landed);
            assertThat(days.clearBetween(day, landed)).isEqualTo(n - 1);
            var sendOut = days.clearBefore(landed, n);
            assertThat(days.working(sendOut)).isTrue();
            assertThat(days.clearBetween(sendOut, landed)).isEqualTo(n);
        }
    }

    @Test
    void a_school_day_is_a_weekday_in_term_that_is_no_inset_day() {
        var school = new SchoolDays(
                List.of(
                        new SchoolDays.Term(LocalDate.of(2016, 4, 11), LocalDate.of(2016, 5, 27)),
                        new SchoolDays.Term(LocalDate.of(2016, 6, 6), LocalDate.of(2016, 7, 20))),
                Set.of(LocalDate.of(2016, 6, 6)));
        // Thursday 26 May: 27 May, then half term, an inset day, and 7 June onwards.
        assertThat(school.after(LocalDate.of(2016, 5, 26), 5)).contains(LocalDate.of(2016, 6, 10));
        assertThat(school.open(LocalDate.of(2016, 5, 2)))
                .as("early May bank holiday")
                .isFalse();
    }

    @Test
    void school_days_past_the_loaded_terms_are_not_guessed() {
        var school = new SchoolDays(
                List.of(new SchoolDays.Term(LocalDate.of(2016, 6, 6), LocalDate.of(2016, 7, 20))), Set.of());
        assertThat(school.after(LocalDate.of(2016, 7, 18), 5)).isEmpty();
        assertThat(SchoolDays.notLoaded().after(LocalDate.of(2016, 7, 18), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2016-07-05T09:00:00Z, 2016-07-05T16:00:00Z",
        "2016-07-05T16:00:00Z, 2016-07-05T16:00:00Z",
        "2016-07-05T16:00:01Z, 2016-07-06T16:00:00Z",
        "2016-03-26T12:00:00Z, 2016-03-29T16:00:00Z"
    })
    void the_office_closes_today_or_outside_office_hours_on_the_next_working_day(Instant at, Instant close) {
        assertThat(new OfficeHours(ENGLAND, LocalTime.of(17, 0)).closeAfter(at)).isEqualTo(close);
    }
}
