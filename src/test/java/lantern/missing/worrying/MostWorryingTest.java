package lantern.missing.worrying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.missing.Story;
import lantern.missing.counters.Pattern;
import lantern.missing.counters.Threshold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MostWorryingTest extends Story {
    private static final LocalDate MONTH = LocalDate.of(2020, 2, 1);

    @Autowired
    private MostWorrying worrying;

    @Test
    void each_point_is_shown_with_what_it_is_for() {
        var now = Instant.parse("2026-05-10T10:00:00Z");
        var persistent =
                new Threshold(Threshold.Code.PERSISTENT, 3, 365, LocalDate.of(2016, 2, 1), "paper", null, false);
        var since = List.of(now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(30)));
        var worry = new Worry(
                UUID.randomUUID(),
                "Robin",
                UUID.randomUUID(),
                true,
                true,
                false,
                90,
                Duration.ofHours(72),
                new Pattern(since, List.of(persistent), now),
                persistent);
        assertThat(worry.points()).isEqualTo(3 + 3 + 1 + 2);
        assertThat(worry.working())
                .isEqualTo("missing now (3), police risk high (3), away for 3 days (1), 2 absences in 90 days (2)");
    }

    @Test
    void people_choose_at_most_six_a_month_with_a_reason_and_taking_one_off_keeps_that_it_was_chosen() {
        var children = new UUID[7];
        for (var i = 0; i < children.length; i++) {
            children[i] = aChild();
            missing(children[i], clock.instant().minus(Duration.ofHours(5)));
        }
        for (var i = 0; i < 6; i++) {
            var child = children[i];
            does("hub-manager", () -> worrying.choose(child, MONTH, "Seen with older men"));
        }
        assertThatThrownBy(() -> does("hub-manager", () -> worrying.choose(children[6], MONTH, "One more")))
                .hasMessageContaining("Six children");
        var first = as("hub-manager", () -> worrying.chosen(MONTH)).stream()
                .filter(each -> each.child().equals(children[0]))
                .findFirst()
                .orElseThrow();
        does("hub-manager", () -> worrying.takeOff(first.id(), "Safe with her aunt"));
        does("hub-manager", () -> worrying.choose(children[6], MONTH, "One more"));
        assertThat(as("hub-manager", () -> worrying.one(first.id())).takenOff()).contains("aunt");
        assertThat(as("hub-manager", () -> worrying.proposed(MONTH, clock.instant())))
                .extracting(Worry::child)
                .doesNotContain(children[6]);
        assertThat(as("social-worker", () -> worrying.chosen(MONTH))).isEmpty();
    }
}
