package lantern.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import lantern.platform.web.forms.Moment;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final LocalDate SUMMER = LocalDate.of(2016, 7, 1);

    @Test
    void a_time_is_read_as_people_type_it() {
        for (var typed : new String[] {"14:05", "14.05", "1405", "2:05pm", "2.05 pm", " 14:05 "})
            assertThat(Moment.of(SUMMER, typed)).hasToString("2016-07-01T13:05:00Z");
        assertThat(Moment.of(SUMMER, "12am")).hasToString("2016-06-30T23:00:00Z");
        assertThat(Moment.of(SUMMER, "12pm")).hasToString("2016-07-01T11:00:00Z");
    }

    @Test
    void the_hour_that_does_not_exist_when_the_clocks_go_forward_is_refused() {
        assertThatThrownBy(() -> Moment.of(LocalDate.of(2016, 3, 27), "01:30"))
                .hasMessageContaining("clocks went forward");
    }

    @Test
    void the_hour_that_comes_twice_when_the_clocks_go_back_is_the_first_unless_gmt_is_typed() {
        var night = LocalDate.of(2016, 10, 30);
        assertThat(Moment.of(night, "01:30")).hasToString("2016-10-30T00:30:00Z");
        assertThat(Moment.of(night, "01:30 GMT")).hasToString("2016-10-30T01:30:00Z");
        assertThat(Moment.of(night, "01:30 bst")).hasToString("2016-10-30T00:30:00Z");
    }

    @Test
    void what_is_no_time_is_refused_with_an_example() {
        for (var typed : new String[] {"", "14", "25:00", "14:61", "noon", "13pm", "1:2:3"})
            assertThatThrownBy(() -> Moment.of(SUMMER, typed)).hasMessageContaining("14:05");
        assertThatThrownBy(() -> Moment.of(SUMMER, "14:05 gmt")).hasMessageContaining("not in GMT");
    }
}
