package lantern.children.matching;

import static lantern.children.Candidate.Level.AGREES;
import static lantern.children.Candidate.Level.CLOSE;
import static lantern.children.Candidate.Level.DIFFERS;
import static lantern.children.Candidate.Level.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.children.Candidate.Compared;
import lantern.children.Candidate.Level;
import lantern.children.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringTest {
    private static final String NHS = "943 476 5919";
    private static final LocalDate BORN = LocalDate.of(2011, 4, 9);

    @ParameterizedTest
    @CsvSource({
        "Smith, Smith, AGREES",
        "SMITH, smith, AGREES",
        "O'Malley, O’Malley, AGREES",
        "OMalley, O'Malley, AGREES",
        "Smith-Jones, Smith Jones, AGREES",
        "Müller, Muller, AGREES",
        "Łukasz, Lukasz, AGREES",
        "Søren, Soren, AGREES",
        "Smith, Smith-Jones, CLOSE",
        "Clark, Clarke, CLOSE",
        "Hussain, Hussein, CLOSE",
        "Kowalski, Kowalska, CLOSE",
        "Smith, Jones, DIFFERS",
        "محمد, محمد, AGREES",
        "😀, 😀, AGREES",
        "😀, Smith, DIFFERS",
        "'\u200fعلي', علي, AGREES",
    })
    void family_names_are_compared_whatever_the_script_and_the_keyboard(String wanted, String known, Level level) {
        assertThat(field("familyName", wanted(wanted, "", null), known(known, "", null))
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "Jon, Jon, AGREES",
        "Zoë, Zoe, AGREES",
        "Jon Paul, Jon, AGREES",
        "Mary-Jane, Mary Jane, AGREES",
        "Jon, John, CLOSE",
        "Siobhan, Shivaun, CLOSE",
        "Muhammad, Mohammed, CLOSE",
        "Max, Maximilian, CLOSE",
        "J, Jonathan, CLOSE",
        "Paul Jon, Jon Paul, CLOSE",
        "Katherine, Kathrine, CLOSE",
        "J, Peter, DIFFERS",
        "Ada, Peter, DIFFERS",
    })
    void given_names_have_short_forms_initials_and_an_order(String wanted, String known, Level level) {
        assertThat(field("givenNames", wanted("Smith", wanted, null), known("Smith", known, null))
                        .level())
                .isEqualTo(level);
    }

    @Test
    void a_close_name_says_both_spellings() {
        assertThat(field("givenNames", wanted("Smith", "Jon", null), known("Smith", "John", null))
                        .words())
                .isEqualTo("given name close (Jon/John)");
    }

    @Test
    void an_earlier_family_name_agrees_and_says_so() {
        var names = List.of(new Known.Name(true, "Brown", "Ada"), new Known.Name(false, "Smith", "Ada"));
        var known = new Known(new UUID(0, 1), names, null, false, "not-known", List.of(), Set.of(), Set.of());
        assertThat(field("familyName", wanted("Smith", "Ada", null), known).words())
                .isEqualTo("same family name (an earlier or other name)");
    }

    @Test
    void names_turned_round_are_close() {
        var working = scoring(wanted("Wei", "Zhang", null), known("Zhang", "Wei", null))
                .working();
        assertThat(working)
                .filteredOn(
                        each -> each.field().endsWith("Name") || each.field().endsWith("Names"))
                .allMatch(each -> each.words().equals("family and given name turned round"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> births() {
        return Stream.of(
                birth("2011-04-09", AGREES, "same date of birth"),
                birth("2011-09-04", CLOSE, "day and month swapped"),
                birth("2011-04-08", CLOSE, "date of birth one digit out"),
                birth("2001-04-09", CLOSE, "date of birth one digit out"),
                birth("2011-01-01", CLOSE, "same year of birth, day not known"),
                birth("2011-12-25", CLOSE, "same year of birth, another day"),
                birth("2006-07-21", DIFFERS, "different date of birth"));
    }

    private static org.junit.jupiter.params.provider.Arguments birth(String known, Level level, String words) {
        return org.junit.jupiter.params.provider.Arguments.of(LocalDate.parse(known), level, words);
    }

    @ParameterizedTest
    @MethodSource("births")
    void a_date_of_birth_may_be_written_down_wrong_in_the_usual_ways(LocalDate known, Level level, String words) {
        var compared = field("dateOfBirth", wanted("Smith", "Ada", BORN), known("Smith", "Ada", known));
        assertThat(compared.level()).isEqualTo(level);
        assertThat(compared.words()).isEqualTo(words);
    }

    @Test
    void what_is_missing_speaks_neither_for_nor_against() {
        var scoring = scoring(wanted("Smith", "Ada", null), known("Smith", "Ada", BORN));
        assertThat(scoring.working())
                .filteredOn(each -> each.level() == MISSING)
                .extracting(Compared::weight)
                .containsOnly(0.0);
        assertThat(field("dateOfBirth", scoring).level()).isEqualTo(MISSING);
    }

    @Test
    void a_name_and_a_date_of_birth_are_probable_and_never_certain() {
        var scoring = scoring(wanted("Smith", "Ada", BORN), known("Smith", "Ada", BORN));
        assertThat(scoring.probability()).isGreaterThan(0.99).isLessThan(1);
        assertThat(scoring.strong()).isFalse();
    }

    @Test
    void a_name_alone_leaves_it_open() {
        assertThat(scoring(wanted("Smith", "Ada", null), known("Smith", "Ada", BORN))
                        .probability())
                .isBetween(0.05, 0.6);
    }

    @Test
    void a_twin_with_another_given_name_is_no_better_than_even() {
        assertThat(scoring(wanted("Smith", "Ada", BORN), known("Smith", "Grace", BORN))
                        .probability())
                .isLessThan(0.5);
    }

    @Test
    void an_exact_identifier_with_the_date_of_birth_is_strong_whatever_the_name() {
        assertThat(scoring(withNhs(NHS, "Smith", BORN), knownNhs("9434765919", "Brown", BORN))
                        .strong())
                .isTrue();
    }

    @Test
    void an_exact_identifier_alone_is_not_strong() {
        var scoring = scoring(
                withNhs(NHS, "Smith", BORN),
                knownNhs("9434765919", "Brown", BORN.plusYears(4).plusDays(15)));
        assertThat(scoring.strong()).isFalse();
    }

    @Test
    void an_identifier_with_a_wrong_check_digit_is_never_strong() {
        var scoring = scoring(withNhs("9434765918", "Smith", BORN), knownNhs("9434765918", "Smith", BORN));
        assertThat(field("nhs-number", scoring).level()).isEqualTo(AGREES);
        assertThat(field("nhs-number", scoring).words()).contains("not a valid one");
        assertThat(scoring.strong()).isFalse();
    }

    @Test
    void identifiers_that_contradict_each_other_leave_it_to_a_person() {
        var wanted = new Wanted(
                "Smith",
                "Ada",
                null,
                BORN,
                null,
                Map.of("nhs-number", NHS, "upn", "Y801200010123"),
                List.of(),
                List.of());
        var identifiers = List.of(
                new Known.Identifier("nhs-number", true, "9434765919"),
                new Known.Identifier("upn", true, "A123456789012"));
        var known = new Known(
                new UUID(0, 1),
                List.of(new Known.Name(true, "Smith", "Ada")),
                BORN,
                false,
                "female",
                identifiers,
                Set.of(),
                Set.of());
        assertThat(scoring(wanted, known).strong()).isFalse();
    }

    @Test
    void postcodes_and_phones_are_compared_by_their_letters_and_digits() {
        var wanted =
                new Wanted("Smith", null, null, null, null, Map.of(), List.of("ml1 1ab"), List.of("+44 7700 900123"));
        var known = new Known(
                new UUID(0, 1),
                List.of(new Known.Name(true, "Smith", "Ada")),
                null,
                false,
                "female",
                List.of(),
                Set.of("ML11AB"),
                Set.of("07700900123"));
        var scoring = scoring(wanted, known);
        assertThat(field("postcode", scoring).words()).isEqualTo("same postcode");
        assertThat(field("phone", scoring).words()).isEqualTo("same phone");
    }

    private static Scoring scoring(Wanted wanted, Known known) {
        return Scoring.of(wanted, known, Parameters.shipped().weights());
    }

    private static Compared field(String field, Wanted wanted, Known known) {
        return field(field, scoring(wanted, known));
    }

    private static Compared field(String field, Scoring scoring) {
        return scoring.working().stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Wanted wanted(String family, String given, @Nullable LocalDate born) {
        return new Wanted(family, given, null, born, null, Map.of(), List.of(), List.of());
    }

    private static Wanted withNhs(String number, String family, LocalDate born) {
        return new Wanted(family, "Ada", null, born, null, Map.of("nhs-number", number), List.of(), List.of());
    }

    private static Known known(String family, String given, @Nullable LocalDate born) {
        return new Known(
                new UUID(0, 1),
                List.of(new Known.Name(true, family, given)),
                born,
                false,
                "not-known",
                List.of(),
                Set.of(),
                Set.of());
    }

    private static Known knownNhs(String key, String family, LocalDate born) {
        return new Known(
                new UUID(0, 1),
                List.of(new Known.Name(true, family, "Ada")),
                born,
                false,
                "not-known",
                List.of(new Known.Identifier("nhs-number", true, key)),
                Set.of(),
                Set.of());
    }
}
