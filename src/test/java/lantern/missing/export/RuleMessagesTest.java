package lantern.missing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lantern.missing.export.CareEpisodes.CareEpisode;
import lantern.missing.export.MissingRules.Breach;
import org.junit.jupiter.api.Test;

/** What whoever exports bad data reads: for every rule which child, which rule, what is wrong and how it is mended. */
class RuleMessagesTest {
    private static final UUID CHILD = new UUID(0, 1);
    private static final CollectionYear YEAR = new CollectionYear(2026);

    @Test
    void bad_data_shows_the_message_of_every_rule() {
        var breaches = new ArrayList<Breach>();
        for (var rows : List.of(
                List.of(row("M", "", "")),
                List.of(row("", "05/06/2025", "06/06/2025")),
                List.of(row("M", "05/06/2025", "04/06/2025")),
                List.of(row("M", "01/04/2026", "")),
                List.of(row("M", "31/03/2026", "01/04/2026")),
                List.of(row("M", "01/06/2025", ""), row("M", "02/06/2025", "03/06/2025")),
                List.of(row("M", "01/05/2007", "02/05/2007")),
                List.of(row("M", "05/06/2025", "2025-06-06")),
                List.of(row("X", "05/06/2025", "")))) breaches.addAll(MissingRules.check(rows, YEAR));
        var ended = new CareEpisode(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 10), "E17");
        for (var row : List.of(
                row("M", "01/09/2025", ""), row("M", "11/09/2025", "11/09/2025"), row("M", "01/08/2025", "10/09/2025")))
            breaches.addAll(CareRules.check(List.of(row), Map.of(CHILD, List.of(ended))));
        breaches.addAll(CareRules.check(List.of(row("M", "01/09/2025", "")), Map.of()));
        breaches.addAll(CareRules.carriedOn(List.of(), List.of(row("M", "20/03/2025", ""))));

        var said = new TreeMap<Integer, String>();
        breaches.forEach(each -> said.put(each.rule(), each.why() + " " + each.mend()));
        assertThat(said.keySet())
                .containsExactly(
                        564, 565, 566, 567, 570, 571, 574, 575, 576, 577, 578, 580, 581, 586, 1004, 1005, 1006, 1012);
        assertThat(said.get(564)).isEqualTo("The start of the absence is blank. Record when the child was last seen.");
        assertThat(said.get(565)).contains("neither M nor A", "Decide M or A");
        assertThat(said.get(566)).contains("has an end and is neither M nor A");
        assertThat(said.get(567)).contains("ended before it started", "Correct when");
        assertThat(said.get(570)).contains("after the year's last day", "next year's return");
        assertThat(said.get(571)).contains("ended outside the year");
        assertThat(said.get(574)).contains("while the one of 01/06/2025 has not ended", "merge the two");
        assertThat(said.get(575)).contains("The placement of 01/09/2025 has ended and the absence has not");
        assertThat(said.get(576)).contains("open in last year's return");
        assertThat(said.get(577)).contains("looked after no more");
        assertThat(said.get(578)).contains("outside the time in care");
        assertThat(said.get(580)).contains("when they became 18", "E8");
        assertThat(said.get(581)).contains("when no episode of care was open");
        assertThat(said.get(586)).contains("on or before the child's date of birth");
        assertThat(said.get(1004)).contains("blank or not a date");
        assertThat(said.get(1005)).contains("The end is not a date");
        assertThat(said.get(1006)).contains("not M or A");
        assertThat(said.get(1012)).contains("no episode of care in the year");
        assertThat(breaches)
                .allSatisfy(
                        each -> assertThat(each.toString()).matches("Child (C-1000001|LAC1), rule \\d+: .+\\..+\\."));
    }

    private static MissingRow row(String missing, String start, String end) {
        return new MissingRow(CHILD, "C-1000001", "LAC1", "10/09/2007", missing, start, end);
    }
}
