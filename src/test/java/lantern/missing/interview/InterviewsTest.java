package lantern.missing.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import lantern.platform.Refused;
import lantern.timescales.State;
import lantern.timescales.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InterviewsTest extends Story {
    private static final Narrative SAID =
            new Narrative("School", "At a friend's", "Collected", "I was bored", "A mentor");

    @Autowired
    private Interviews interviews;

    @Autowired
    private lantern.missing.triage.Triages triages;

    @Autowired
    private InterviewQueries queries;

    @Autowired
    private Episodes episodes;

    @Test
    void a_declined_interview_meets_the_clock_and_lets_the_episode_close() {
        var episode = back(aChild());
        var interview = interviewOf(episode);
        does("interviewer", () -> {
            triages.triage(interview, "first-time", "", Map.of("age", "11 years old"));
            interviews.contact(
                    interview, new InterviewView.Contact("offered", "phone", "Left a message", clock.instant(), null));
            interviews.notHeld(interview, "declined", "Does not want to talk", clock.instant());
        });
        assertThat(timescale(episode, "return-interview").state()).isEqualTo(State.MET_ON_TIME);
        assertThat(clockOf(interview, "interview-first-contact")).isEqualTo(State.MET_ON_TIME);
        does("hub-manager", () -> episodes.close(episode, "Reviewed with the parents"));
        assertThat(stage(episode)).isEqualTo("closed");
    }

    @Test
    void one_interview_covers_a_second_absence_and_its_outcome_resolves_both() {
        var child = aChild();
        var first = back(child);
        var second = back(child);
        assertThat(second).isNotEqualTo(first);
        var interview = interviewOf(second);
        assertThat(interviewOf(first)).isEqualTo(interview);
        does("interviewer", () -> interviews.held(interview, held(clock.instant()), SAID));
        assertThat(timescale(first, "return-interview").state()).isEqualTo(State.MET_ON_TIME);
        assertThat(timescale(second, "return-interview").state()).isEqualTo(State.MET_ON_TIME);
        assertThat(clockOf(interview, "feedback-form")).isEqualTo(State.RUNNING);
        does("interviewer", () -> interviews.feedbackSent(interview, "email", "To the social worker", clock.instant()));
        assertThat(clockOf(interview, "feedback-form")).isEqualTo(State.MET_ON_TIME);
    }

    @Test
    void what_the_child_said_is_read_by_few() {
        var interview = interviewOf(back(aChild()));
        does("interviewer", () -> interviews.held(interview, held(clock.instant()), SAID));
        assertThat(as("interviewer", () -> queries.whole(interview)).narrative())
                .isEqualTo(SAID);
        assertThat(as("hub-worker", () -> queries.whole(interview)).narrative()).isNull();
    }

    @Test
    void an_outcome_is_recorded_once() {
        var interview = interviewOf(back(aChild()));
        does("interviewer", () -> interviews.notHeld(interview, "declined", "No", clock.instant()));
        assertThatThrownBy(() -> does("interviewer", () -> interviews.held(interview, held(clock.instant()), SAID)))
                .isInstanceOf(Refused.class);
    }

    private static Interviews.Held held(Instant at) {
        return new Interviews.Held(at, "School", "A. Interviewer", true, "face-to-face", null);
    }

    private UUID back(UUID child) {
        var at = clock.instant().minusSeconds(5);
        var episode = missing(child, at);
        does("hub-worker", () -> {
            episodes.locate(episode, new Episodes.Found(at, null, null, null));
            episodes.comeBack(episode, new Episodes.Return(at, "Home", "none-known", null, null));
        });
        return episode;
    }

    private UUID interviewOf(UUID episode) {
        return database.owner()
                .sql("select interview_id from missing.interview_episode where episode_id = :id")
                .param("id", episode)
                .query(UUID.class)
                .single();
    }

    private State clockOf(UUID interview, String standard) {
        return as(
                "hub-worker",
                () -> timescales.of(Subject.interview(interview)).stream()
                        .filter(each -> each.standard().equals(standard))
                        .findFirst()
                        .orElseThrow()
                        .state());
    }
}
