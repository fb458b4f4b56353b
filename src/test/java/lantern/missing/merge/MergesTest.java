package lantern.missing.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import lantern.missing.Story;
import lantern.missing.episode.Episodes;
import lantern.platform.Refused;
import lantern.timescales.State;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MergesTest extends Story {
    @Autowired
    private Merges merges;

    @Autowired
    private Episodes episodes;

    @Test
    void a_merge_ends_the_clocks_of_the_merged_episode_and_undoing_it_puts_both_back() {
        var child = aLookedAfterChild();
        var since = clock.instant().minus(Duration.ofHours(10));
        var kept = missing(child, since.minus(Duration.ofHours(2)));
        located(kept, since.minusSeconds(60));
        var merged = missing(child, since);
        assertThat(merged).isNotEqualTo(kept);

        var merge = as("hub-worker", () -> merges.merge(kept, merged, "Police and the home reported one absence"));
        assertThat(stage(merged)).isEqualTo("merged");
        assertThat(timescale(merged, "director-notified").state()).isEqualTo(State.CANCELLED);

        does("hub-worker", () -> merges.undo(merge, "They were two after all"));
        assertThat(stage(merged)).isEqualTo("open");
        assertThat(timescale(merged, "director-notified").state()).isEqualTo(State.RUNNING);
        assertThat(stage(kept)).isEqualTo("located");
        assertThatThrownBy(() -> does("hub-worker", () -> merges.undo(merge, "Again")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("undone already");
    }

    @Test
    void the_one_that_says_the_child_was_found_is_not_merged_into_one_that_says_the_child_is_missing() {
        var child = aChild();
        var since = clock.instant().minus(Duration.ofHours(10));
        var found = missing(child, since);
        located(found, since.plus(Duration.ofHours(4)));
        var open = missing(child, since.plus(Duration.ofHours(5)));
        assertThatThrownBy(() -> does("hub-worker", () -> merges.merge(open, found, "One absence")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("says the child was found");
    }

    @Test
    void episodes_of_different_children_are_never_merged() {
        var now = clock.instant();
        var one = missing(aChild(), now.minusSeconds(60));
        var other = missing(aChild(), now.minusSeconds(60));
        assertThatThrownBy(() -> does("hub-worker", () -> merges.merge(one, other, "Same day")))
                .hasMessageContaining("different children");
    }

    private void located(UUID episode, java.time.Instant at) {
        does("hub-worker", () -> episodes.locate(episode, new Episodes.Found(at, null, null, null)));
    }
}
