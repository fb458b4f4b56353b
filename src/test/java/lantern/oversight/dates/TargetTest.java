package lantern.oversight.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantern.oversight.dates.Target.Kind;
import lantern.oversight.dates.Target.Stage;
import org.junit.jupiter.api.Test;

/** The forms of inventory A3. */
class TargetTest {
    @Test
    void an_exact_day_is_read_in_every_spelling() {
        for (var spelling : List.of(
                "25 November 2015",
                "25th November 2015",
                "November 25, 2015",
                "25 Nov 2015",
                "25 Nov 15",
                "25/11/15",
                "25/11/2015",
                "2015-11-25"))
            assertThat(Target.read(spelling)).as(spelling).singleElement().satisfies(target -> {
                assertThat(target.kind()).isEqualTo(Kind.EXACT);
                assertThat(target.until()).isEqualTo("2015-11-25");
            });
    }

    @Test
    void months_seasons_and_windows_keep_their_width() {
        Map.of(
                        "April 2015",
                        "2015-04-01 2015-04-30",
                        "Spring 2016",
                        "2016-03-01 2016-05-31",
                        "early 2016",
                        "2016-01-01 2016-04-30",
                        "Dec 2015",
                        "2015-12-01 2015-12-31",
                        "during 2016",
                        "2016-01-01 2016-12-31",
                        "7 – 11 December 2016",
                        "2016-12-07 2016-12-11",
                        "July 2015 – September 2015",
                        "2015-07-01 2015-09-30",
                        "14th September 2015 to 13th September 16",
                        "2015-09-14 2016-09-13")
                .forEach((raw, window) -> assertThat(Target.read(raw))
                        .as(raw)
                        .singleElement()
                        .satisfies(target ->
                                assertThat(target.from() + " " + target.until()).isEqualTo(window)));
    }

    @Test
    void stages_have_meanings_and_the_last_one_decides() {
        staged("Action Plan Feb 2015 & completion April 2015", "2015-04-30", Stage.ACTION_PLAN, Stage.COMPLETION);
        staged(
                "Initial feedback April 2015 and completion Dec 2015",
                "2015-12-31",
                Stage.INITIAL_FEEDBACK,
                Stage.COMPLETION);
        staged(
                "April 2015 – Initial Feedback & November 2015 completion",
                "2015-11-30",
                Stage.INITIAL_FEEDBACK,
                Stage.COMPLETION);
        staged("April 2015\nJuly 2015 – Changes sustained", "2015-07-31", Stage.INTERIM, Stage.CHANGES_SUSTAINED);
        staged("April 2015 & September 2015", "2015-09-30", Stage.INTERIM, Stage.COMPLETION);
        staged("April 2015 – Initial Feedback", null, Stage.INITIAL_FEEDBACK);
    }

    private static void staged(String raw, @org.jspecify.annotations.Nullable String last, Stage... stages) {
        var read = Target.read(raw);
        assertThat(read).as(raw).extracting(Target::stage).containsExactly(stages);
        assertThat(Target.last(read)).as(raw).isEqualTo(last == null ? null : LocalDate.parse(last));
    }

    @Test
    void what_is_no_date_is_kept_as_what_it_is() {
        Map.ofEntries(
                        Map.entry("On-going", Kind.ON_GOING),
                        Map.entry("Immediately", Kind.IMMEDIATELY),
                        Map.entry("", Kind.BLANK),
                        Map.entry("First report: April 2015 and monthly thereafter", Kind.RECURRING),
                        Map.entry("Quarterly from appointment June 2015", Kind.RECURRING),
                        Map.entry("Plan in place from April 2015", Kind.STARTS),
                        Map.entry("From April 2015", Kind.STARTS),
                        Map.entry("TBC", Kind.TO_BE_CONFIRMED),
                        Map.entry("either the December 2016 or January 2017 committee meeting", Kind.ALTERNATIVES),
                        Map.entry("after six months of operation (March 2015)", Kind.RELATIVE),
                        Map.entry("9 August 2016 if not called in", Kind.CONDITIONAL),
                        Map.entry(
                                "Overarching strategy February 2016. Sharing of information between the agencies is still being worked on.",
                                Kind.WORDS))
                .forEach((raw, kind) -> assertThat(Target.read(raw))
                        .as(raw)
                        .singleElement()
                        .extracting(Target::kind)
                        .isEqualTo(kind));
        assertThat(Target.last(Target.read("On-going"))).isNull();
    }
}
