package lantern.missing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MissingRulesTest {
    static final CollectionYear YEAR = new CollectionYear(2026);

    static MissingRow row(String missing, String start, String end) {
        return new MissingRow(new UUID(0, 1), "1000001", "LAC1", "04/05/2010", missing, start, end);
    }

    static List<Integer> rules(MissingRow... rows) {
        return MissingRules.check(List.of(rows), YEAR).stream()
                .map(MissingRules.Breach::rule)
                .toList();
    }

    @Test
    void sound_rows_break_no_rule() {
        assertThat(rules(
                        row("M", "01/04/2025", "01/04/2025"),
                        row("A", "01/04/2025", "03/04/2025"),
                        row("M", "03/04/2025", "31/03/2026"),
                        row("M", "31/03/2026", "")))
                .isEmpty();
        assertThat(rules(row("M", "20/02/2025", "02/04/2025")))
                .as("began before the year")
                .isEmpty();
    }

    @Test
    void each_rule_names_the_child_and_how_to_mend_it() {
        assertThat(MissingRules.check(List.of(row("M", "05/06/2025", "04/06/2025")), YEAR))
                .extracting(Object::toString)
                .containsExactly(
                        "Child 1000001, rule 567: It ended before it started. Correct when the child went missing or was found.");
    }

    @Test
    void start_and_type_stand_together() {
        assertThat(rules(row("M", "", ""))).containsExactly(564, 1004);
        assertThat(rules(row("", "05/06/2025", ""))).containsExactly(565);
        assertThat(rules(row("", "05/06/2025", "06/06/2025"))).containsExactly(565, 566);
        assertThat(rules(row("X", "05/06/2025", ""))).containsExactly(1006);
    }

    @Test
    void start_and_end_lie_in_the_year() {
        assertThat(rules(row("M", "01/04/2026", ""))).containsExactly(570);
        assertThat(rules(row("M", "01/03/2025", "31/03/2025"))).containsExactly(571);
        assertThat(rules(row("M", "31/03/2026", "01/04/2026"))).containsExactly(571);
    }

    @Test
    void dates_are_dates() {
        assertThat(rules(row("M", "30/02/2026", ""))).containsExactly(1004);
        assertThat(rules(row("M", "05/06/2025", "2025-06-06"))).containsExactly(1005);
    }

    @Test
    void nobody_is_missing_before_birth() {
        var born = new MissingRow(new UUID(0, 1), "1000001", "LAC1", "05/06/2025", "M", "05/06/2025", "");
        assertThat(rules(born)).containsExactly(586);
    }

    @Test
    void a_child_is_missing_once_at_a_time() {
        assertThat(rules(row("M", "01/06/2025", "05/06/2025"), row("A", "04/06/2025", "08/06/2025")))
                .containsExactly(574);
        assertThat(rules(row("M", "01/06/2025", "05/06/2025"), row("A", "05/06/2025", "")))
                .isEmpty();
        assertThat(rules(row("M", "01/06/2025", ""), row("M", "02/06/2025", "03/06/2025")))
                .as("the one before is open")
                .containsExactly(574);
        var other = new MissingRow(new UUID(0, 2), "1000002", "LAC2", "", "M", "01/06/2025", "");
        assertThat(rules(row("M", "01/06/2025", ""), other)).isEmpty();
    }

    @Test
    void a_line_is_quoted_where_it_must_be() {
        assertThat(MissingRow.file(List.of(
                        new MissingRow(new UUID(0, 1), "1", "A,\"1\"", "", "M", "01/06/2025", ""),
                        row("A", "01/06/2025", "02/06/2025"))))
                .isEqualTo("CHILD,DOB,MISSING,MIS_START,MIS_END\r\n\"A,\"\"1\"\"\",,M,01/06/2025,\r\n"
                        + "LAC1,04/05/2010,A,01/06/2025,02/06/2025\r\n");
    }
}
