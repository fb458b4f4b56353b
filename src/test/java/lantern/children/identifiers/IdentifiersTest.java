package lantern.children.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    // 943 476 5919 and 401 023 2137 are published example numbers; 999 numbers are the NHS's own for tests.
    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "943-476-5919", "401 023 2137", "999 000 0018"})
    void an_nhs_number_with_its_check_digit_is_well_formed(String number) {
        assertThat(NhsNumber.isWellFormed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "943476591", "94347659190", "943476591X", "", "😀", "١٢٣٤٥٦٧٨٩٠"})
    void an_nhs_number_with_a_wrong_check_digit_or_length_is_not(String number) {
        assertThat(NhsNumber.isWellFormed(number)).isFalse();
    }

    @Test
    void every_single_wrong_digit_in_an_nhs_number_is_noticed() {
        var right = "9434765919";
        for (var place = 0; place < 10; place++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                if (right.charAt(place) == digit) continue;
                var wrong = right.substring(0, place) + digit + right.substring(place + 1);
                assertThat(NhsNumber.isWellFormed(wrong)).as(wrong).isFalse();
            }
        }
    }

    @Test
    void the_check_letter_of_a_upn_is_the_weighted_sum_of_its_digits_by_23() {
        // 8*2 + 0*3 + 1*4 + 2*5 + 0*6 + 0*7 + 0*8 + 1*9 + 0*10 + 1*11 + 2*12 + 3*13 = 113, and 113 mod 23 = 21
        assertThat(Upn.checkLetter("801200010123")).isEqualTo('Y');
        assertThat(Upn.isWellFormed("Y801200010123")).isTrue();
        assertThat(Upn.isWellFormed("y801 2000 10123")).isTrue();
    }

    @Test
    void a_temporary_upn_ends_in_a_letter_that_counts_by_its_place_in_the_alphabet_of_check_letters() {
        var letter = Upn.checkLetter("80120001012A");
        assertThat(Upn.isWellFormed(letter + "80120001012A")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A801200010123", "Y80120001012", "801200010123", "I801200010123", "", "Y8012000101234"})
    void a_upn_with_a_wrong_letter_or_length_is_marked(String upn) {
        assertThat(Upn.isWellFormed(upn)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "ec1a1bb", "GIR 0AA"})
    void a_postcode_may_have_any_of_the_six_forms(String postcode) {
        assertThat(Postcode.isWellFormed(postcode)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M1", "12345", "MM11 11A", "Q", "😀1 1AA", "M1 1AEE"})
    void what_has_no_such_form_is_not_a_postcode(String postcode) {
        assertThat(Postcode.isWellFormed(postcode)).isFalse();
    }

    @Test
    void a_postcode_is_written_in_capitals_with_its_space_and_a_wrong_one_stays_as_given() {
        assertThat(Postcode.written(" m11ae ")).isEqualTo("M1 1AE");
        assertThat(Postcode.written("near the mill")).isEqualTo("near the mill");
    }
}
