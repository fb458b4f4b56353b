package lantern.oversight.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptance 3: the nine pairs of 2016/17, across Christmas and Easter. */
class SendOutTest {
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
    void papers_go_out_five_clear_working_days_before_the_meeting(LocalDate meeting, LocalDate sendOut) {
        assertThat(Meeting.sendOut(meeting)).isEqualTo(sendOut);
    }
}
