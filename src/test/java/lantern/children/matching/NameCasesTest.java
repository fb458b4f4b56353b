package lantern.children.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.Wanted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of the specification and more, each with a date of birth: from when on two records are one child, and when they are not. */
class NameCasesTest {
    private static final double LIKELY = 0.7;
    private static final double DOUBTFUL = 0.5;
    private static final LocalDate BORN = LocalDate.of(2011, 4, 9);

    /** Asked for with the birthday; what is left to a person is so on purpose, because sending somebody to the wrong child is the greater harm. */
    @ParameterizedTest(name = "{0}: {1} {2} for {3} {4}, {5}")
    @CsvFileSource(resources = "/names/cases.csv", delimiter = '|', numLinesToSkip = 1)
    void a_name_is_found_or_left_to_a_person(
            String what, String given, String family, String knownGiven, String knownFamily, String outcome) {
        var probability = probability(given, family, BORN, knownGiven, knownFamily, BORN);
        if (outcome.equals("found")) assertThat(probability).as(what).isGreaterThan(LIKELY);
        else assertThat(probability).as(what).isLessThan(DOUBTFUL);
    }

    @ParameterizedTest
    @CsvSource({
        "2011-09-04", // day and month swapped
        "2011-04-08", // one digit out
        "2001-04-09",
        "2011-01-01" // only the year was known
    })
    void a_date_of_birth_written_down_wrong_is_found_by_the_whole_name(LocalDate known) {
        assertThat(probability("Siobhan", "Murphy", BORN, "Siobhan", "Murphy", known))
                .isGreaterThan(0.3);
    }

    @ParameterizedTest
    @CsvSource({"Ada, Smith, 2006-07-21", "Mohammed, Khan, 2014-11-30"})
    void the_same_name_with_another_age_is_another_child(String given, String family, LocalDate known) {
        assertThat(probability(given, family, BORN, given, family, known)).isLessThan(DOUBTFUL);
    }

    private static double probability(
            String given, String family, LocalDate born, String knownGiven, String knownFamily, LocalDate knownBorn) {
        var wanted = new Wanted(family, given, null, born, null, Map.of(), List.of(), List.of());
        var known = new Known(
                new UUID(0, 1),
                List.of(new Known.Name(true, knownFamily, knownGiven)),
                knownBorn,
                false,
                "not-known",
                List.of(),
                Set.of(),
                Set.of());
        return Scoring.of(wanted, known, Parameters.shipped().weights()).probability();
    }
}
