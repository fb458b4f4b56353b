package lantern.children.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.Wanted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of the specification and more, each with a date of birth: from when on two records are one child, and when they are not. */
class NameCasesTest {
    private static final double LIKELY = 0.7;
    private static final double DOUBTFUL = 0.5;
    private static final LocalDate BORN = LocalDate.of(2011, 4, 9);

    @ParameterizedTest
    @CsvSource({
        "Siobhan, Murphy, Shivaun, Murphy",
        "Mohammed, Khan, Muhammad, Khan",
        "Jon, Carter, John, Carter",
        "Ada, Smith-Jones, Ada, Smith Jones",
        "Ada, Smith-Jones, Ada, Smith",
        "Ada, Smith, Ada, Jones-Smith",
        "Łukasz, Wójcik, Lukasz, Wojcik",
        "Zhang, Wei, Wei, Zhang",
        "Jonathan, Carter, Jon, Carter",
        "J, Carter, Jonathan, Carter",
        "Ahmed, Hussain, Ahmad, Hussein",
        "Yusuf, Ali, Yousef, Ali",
        "Ibrahim, Osman, Ebrahim, Othman",
        "Aoife, Byrne, Eefa, Byrne",
        "Niamh, Kelly, Neve, Kelly",
        "Caoimhe, Walsh, Keeva, Walsh",
        "Sean, Doyle, Shaun, Doyle",
        "Ciaran, Nolan, Kieran, Nolan",
        "Katherine, Clark, Catherine, Clarke",
        "Kate, Clark, Catherine, Clark",
        "Lizzie, Brown, Elizabeth, Brown",
        "Peggy, Hall, Margaret, Hall",
        "Bill, Wood, William, Wood",
        "Bob, Green, Robert, Green",
        "Zoë, Müller, Zoe, Muller",
        "Søren, Åberg, Soren, Aberg",
        "Renée, Dubois, Renee, Dubois",
        "François, Lefèvre, Francois, Lefevre",
        "Seán, Ó Briain, Sean, O'Briain",
        "Aidan, O’Neill, Aiden, ONeill",
        "Conor, McCarthy, Connor, MacCarthy",
        "Rhys, Davies, Reece, Davis",
        "Mary Jane, Watts, Mary-Jane, Watts",
        "Mary, Watts, Mary Jane, Watts",
        "Paul Jon, Reed, Jon Paul, Reed",
        "Tomasz, Kowalski, Tomasz, Kowalska",
        "Olga, Ivanova, Olga, Ivanov",
        "Nguyen, Thi Mai, Thi Mai, Nguyen",
        "Gurpreet, Singh, Gurprit, Singh",
        "Harpreet, Kaur, Harpret, Kaur",
        "Chidi, Okonkwo, Chidi, Okonkow",
        "Adaeze, Nwosu, Adaeze, Nwosu-Eze",
        "Fatima, Al-Sayed, Fatimah, Al Sayed",
        "Layla, Haddad, Leila, Hadad",
        "Amelia, Thompson, Ameila, Thompson",
        "Oliver, Harris, Olvier, Hariss",
        "Jacob, Evans, Jcaob, Evans",
        "Charlotte, Wright, Charlote, Wright",
        "Benjamin, Hughes, Ben, Hughes",
        "Sam, Bailey, Samuel, Bayley",
        "Alex, Turner, Alexander, Turner",
        "Abi, Shaw, Abigail, Shaw",
        "محمد, علي, محمد, علي",
        "Ζωή, Παππάς, Ζωή, Παππάς",
        "ADA, SMITH, ada, smith",
        "Dan, Whyte, Daniel, White",
    })
    void these_are_found(String given, String family, String knownGiven, String knownFamily) {
        assertThat(probability(given, family, BORN, knownGiven, knownFamily, BORN))
                .isGreaterThan(LIKELY);
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

    /** Deliberately not found on the birthday: twins, the other sex's name, names that only begin alike. */
    @ParameterizedTest
    @CsvSource({
        "Ada, Smith, Grace, Smith",
        "Jack, Smith, Daisy, Smith",
        "Ada, Smith, Ruth, Jones",
        "Mohammed, Khan, Abdullah, Hussain",
        "A, Smith, Grace, Smith",
        "Thomas, Carter, Oliver, Carpenter",
        "Leo, Ward, Theodore, Wardle",
        "محمد, علي, فاطمة, حسن",
        "😀, Smith, Ada, Brown",
    })
    void these_are_left_to_a_person(String given, String family, String knownGiven, String knownFamily) {
        assertThat(probability(given, family, BORN, knownGiven, knownFamily, BORN))
                .isLessThan(DOUBTFUL);
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
