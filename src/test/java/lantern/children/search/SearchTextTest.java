package lantern.children.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantern.children.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"Siobhan Murphy 9/4/2011", "9.4.2011 Siobhan Murphy", "Murphy, Siobhan 2011-04-09"})
    void a_name_and_a_date_are_told_apart_in_any_order(String typed) {
        var wanted = first(typed);
        assertThat(wanted.familyName()).isEqualTo("Murphy");
        assertThat(wanted.givenNames()).isEqualTo("Siobhan");
        assertThat(wanted.dateOfBirth()).isEqualTo(LocalDate.of(2011, 4, 9));
    }

    @Test
    void one_word_may_be_a_family_name_or_a_given_name() {
        assertThat(SearchText.of("Siobhan", null, null).readings())
                .extracting(Wanted::familyName, Wanted::givenNames)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Siobhan", null),
                        org.assertj.core.groups.Tuple.tuple(null, "Siobhan"));
    }

    @Test
    void of_three_words_the_family_name_may_be_the_last_or_the_last_two() {
        assertThat(SearchText.of("Ana de Souza", null, null).readings())
                .extracting(Wanted::familyName)
                .containsExactly("Souza", "de Souza");
    }

    @Test
    void a_reference_is_known_by_its_form() {
        assertThat(SearchText.of("c-1000042", null, null)).isEqualTo(new SearchText("C-1000042", List.of(), null));
    }

    @Test
    void identifiers_phones_and_postcodes_are_known_by_their_form() {
        assertThat(first("943 476 5919").identifiers()).isEqualTo(Map.of("nhs-number", "943 476 5919"));
        assertThat(first("Y801200010123").identifiers()).isEqualTo(Map.of("upn", "Y801200010123"));
        assertThat(first("07700 900123").phones()).containsExactly("07700 900123");
        assertThat(first("Murphy m1 1ae").postcodes()).containsExactly("m1 1ae");
        assertThat(SearchText.of("PN/12345", null, null).readings())
                .extracting(Wanted::identifiers)
                .contains(Map.of("police-nominal", "PN/12345"), Map.of("looked-after-id", "PN/12345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200f"})
    void nothing_typed_asks_nothing(String typed) {
        assertThat(SearchText.of(typed.replace("\u200f", ""), null, null).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "31/2/2011", "%' or 1=1 --", "محمد علي", ",,,", "Murphy 99/99/9999"})
    void whatever_is_typed_is_read_as_something(String typed) {
        assertThat(SearchText.of(typed, null, null).readings()).isNotEmpty();
    }

    private static Wanted first(String typed) {
        return SearchText.of(typed, null, null).readings().getFirst();
    }
}
