package lantern.oversight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptance 7: the two outcome measures of 2016 as printed, and corrected. */
class BandsTest {
    private static final List<String> NAMES = List.of("unmet", "met", "exceeded", "significantly exceeded");
    private static final Bands COUNT = bands("Children at risk level 3", false, ">6", "4-6", "2-3", "0-1");
    private static final Bands SHARE =
            bands("Removed in time", true, "<90%", "90% to <95%", "95% to <99%", "99% or more");

    private static Bands bands(String measure, boolean continuous, String... raw) {
        var bands = new ArrayList<Bands.Named>();
        for (int i = 0; i < raw.length; i++)
            bands.add(new Bands.Named(NAMES.get(i), Objects.requireNonNull(Band.read(raw[i]), raw[i])));
        return new Bands(measure, continuous, bands);
    }

    @Test
    void as_printed_one_overlaps_at_3_and_leaves_6_and_the_other_leaves_94_and_a_half() {
        var count = bands("Children at risk level 3", false, ">6", "5-3", "2-3", "1-0");
        assertThat(count.findings())
                .extracting(Finding::says)
                .containsExactly("Bands overlap: 3 stands in more than one", "Bands leave a gap: 6 stands in none");
        assertThat(count.of(BigDecimal.valueOf(3))).isNull();
        var share = bands("Removed in time", true, "<90%", "90- 94%", "95-99%", ">99%");
        assertThat(share.findings())
                .extracting(Finding::says)
                .containsExactly("Bands leave a gap: 94.5 stands in none");
    }

    @Test
    void corrected_bands_are_accepted_and_say_which_way_is_better() {
        assertThat(COUNT.findings()).isEmpty();
        assertThat(SHARE.findings()).isEmpty();
        assertThat(COUNT.lowerIsBetter()).isTrue();
        assertThat(SHARE.lowerIsBetter()).isFalse();
    }

    @Test
    void values_fall_where_the_corrected_bands_say() {
        assertThat(Objects.requireNonNull(SHARE.of(new BigDecimal("94.5"))).name())
                .isEqualTo("met");
        assertThat(Objects.requireNonNull(COUNT.of(BigDecimal.valueOf(3))).name())
                .isEqualTo("exceeded");
        assertThat(Objects.requireNonNull(COUNT.of(BigDecimal.valueOf(6))).name())
                .isEqualTo("met");
        assertThat(COUNT.distanceToNext(BigDecimal.valueOf(6))).isEqualByComparingTo("3");
        assertThat(SHARE.distanceToNext(new BigDecimal("94.5"))).isEqualByComparingTo("0.5");
        assertThat(COUNT.distanceToNext(BigDecimal.ZERO)).isNull();
    }

    @Test
    void bands_that_run_the_wrong_way_are_found() {
        assertThat(bands("Wrong", false, ">6", "0-1", "4-6", "2-3").findings())
                .extracting(Finding::says)
                .containsExactly("Bands do not run one way from unmet to significantly exceeded");
    }

    @ParameterizedTest
    @CsvSource({
        "under 90%, 89.9, true",
        "under 90%, 90, false",
        "at least 99%, 99, true",
        "90% or more, 90, true",
        "more than 6, 6, false",
        "1 or fewer, 1, true",
        "7+, 7, true",
        "90% to under 95%, 95, false",
        ">=90% and <95%, 90, true",
        "≥ 95, 95, true",
        "5–3, 4, true"
    })
    void a_band_is_read_in_many_spellings(String raw, BigDecimal value, boolean holds) {
        assertThat(Objects.requireNonNull(Band.read(raw), raw).holds(value))
                .as(raw)
                .isEqualTo(holds);
    }
}
