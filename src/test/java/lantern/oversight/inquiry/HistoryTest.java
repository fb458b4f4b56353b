package lantern.oversight.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.oversight.OversightStory;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Acceptance 1: the derived table of inventory A4 and the figures of A5. */
class HistoryTest extends OversightStory {
    private static @Nullable NineteenRecommendations told;

    /** Entered once for the tests that only read it. */
    private NineteenRecommendations story() {
        var story = told;
        if (story == null) story = told = officer(() -> new NineteenRecommendations(setting, tracking));
        return story;
    }

    private Inquiry entered() {
        var story = story();
        return officer(() -> inquiries.whole(story.inquiry));
    }

    @Test
    void nineteen_recommendations_over_four_meetings_give_the_figures_of_the_papers() {
        var inquiry = entered();
        var now = new Progress(inquiry, NineteenRecommendations.FOURTH);
        assertThat(inquiry.recommendations()).hasSize(19);
        assertThat(now.counts().values()).containsExactly(4L, 15L, 0L, 0L, 0L, 0L);
        assertThat(now.in(1)).extracting(Recommendation::number).containsExactly("R11", "R13", "R18", "R19");
        assertThat(now.moved().stream()
                        .collect(Collectors.toMap(each -> each.recommendation().number(), Progress.History::path)))
                .isEqualTo(Map.of("R04", "3 to 2", "R05", "1 to 2", "R06", "2 to 3 to 2", "R07", "3 to 2"));
        assertThat(now.concluded()).hasSize(18);
        assertThat(now.concludedWithDate())
                .extracting(Recommendation::number)
                .containsExactly("R01", "R02", "R03", "R11", "R13");
        assertThat(now.outstanding()).extracting(Recommendation::number).containsExactly("R06");
        assertThat(now.changes())
                .extracting(each -> each.recommendation().number() + " " + each.words())
                .containsExactly("R06 3 to 2");
    }

    @Test
    void each_meeting_has_its_own_picture() {
        var inquiry = entered();
        var first = new Progress(inquiry, NineteenRecommendations.FIRST);
        assertThat(first.counts().values()).containsExactly(1L, 4L, 2L, 0L, 0L, 0L);
        assertThat(first.outstanding()).hasSize(19);
        var third = new Progress(inquiry, NineteenRecommendations.THIRD);
        assertThat(third.changes())
                .extracting(each -> each.recommendation().number() + " " + each.words())
                .containsExactly("R04 3 to 2", "R05 1 to 2", "R06 2 to 3", "R07 3 to 2");
        assertThat(third.history().getFirst().cells()).isEqualTo(List.of("2", "2", ""));
    }

    @Test
    void when_it_was_last_tracked_is_worked_out() {
        var inquiry = entered();
        assertThat(inquiry.lastTrackedBefore(NineteenRecommendations.FIRST))
                .isEqualTo(new Inquiry.Tracking(LocalDate.of(2015, 3, 18), false));
        assertThat(inquiry.lastTrackedBefore(NineteenRecommendations.FOURTH))
                .isEqualTo(new Inquiry.Tracking(NineteenRecommendations.THIRD, true));
    }

    @Test
    void a_renamed_committee_keeps_the_name_of_the_day() {
        var inquiry = entered();
        assertThat(inquiry.meetings())
                .extracting(each -> each.committeeName().startsWith("Schools and Families"))
                .containsExactly(false, false, false, true);
        assertThat(inquiry.committeeName(NineteenRecommendations.FIRST)).startsWith("Schooling and Vulnerable");
    }

    @Test
    void how_late_it_was_follows_from_target_and_conclusion() {
        var inquiry = entered();
        var late = inquiry.recommendations().stream()
                .filter(each -> Progress.daysLate(each) != null)
                .collect(Collectors.toMap(Recommendation::number, each -> String.valueOf(Progress.daysLate(each))));
        assertThat(late).isEqualTo(Map.of("R01", "286", "R02", "286", "R03", "286", "R11", "72"));
    }

    @Test
    void evidence_is_superseded_and_stays_readable() {
        var story = story();
        var old = officer(() -> story.evidence("R06", LocalDate.of(2015, 11, 10), "A copy is appended", null));
        officer(() -> tracking.correct(
                old, LocalDate.of(2016, 4, 1), "Head of Safeguarding", "It was shared with the committee"));
        assertThatThrownBy(() -> officer(
                        () -> tracking.correct(old, LocalDate.of(2016, 4, 2), "Another officer", "Two at once")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("meanwhile");
        var evidence =
                officer(() -> inquiries.whole(story.inquiry)).recommendations().get(5);
        assertThat(evidence.evidence()).hasSize(2);
        assertThat(evidence.standing())
                .extracting(Recommendation.Evidence::words)
                .containsExactly("It was shared with the committee");
    }

    @Test
    void what_is_concluded_can_be_reopened_with_a_reason() {
        var story = officer(() -> new NineteenRecommendations(setting, tracking));
        officer(() -> {
            tracking.reopen(story.id("R09"), "The policy it depended on was put off");
            return true;
        });
        var inquiry = officer(() -> inquiries.whole(story.inquiry));
        assertThat(new Progress(inquiry, LocalDate.MAX).outstanding())
                .extracting(Recommendation::number)
                .containsExactly("R06", "R09");
        assertThat(new Progress(inquiry, NineteenRecommendations.FOURTH).outstanding())
                .hasSize(1);
    }

    @Test
    void a_councillor_reads_and_may_write_nothing() {
        var story = story();
        assertThat(as("councillor", () -> inquiries.whole(story.inquiry)).recommendations())
                .hasSize(19);
        assertThatThrownBy(() -> as(
                        "councillor", () -> story.evidence("R06", LocalDate.of(2016, 1, 1), "Not mine to write", null)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as("hub-worker", () -> inquiries.whole(story.inquiry)))
                .isInstanceOf(Refused.class);
    }
}
