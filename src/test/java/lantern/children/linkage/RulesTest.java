package lantern.children.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.text.Likeness;
import lantern.children.linkage.value.Day;
import lantern.children.linkage.value.Name;
import lantern.children.linkage.value.Text;
import org.junit.jupiter.api.Test;

/** What holds for every pair and every file. */
class RulesTest {
    private static final List<String> NAMES = List.of(
            "ada",
            "a",
            "siobhan",
            "shivaun",
            "smith jones",
            "jones smith",
            "smith",
            "jon",
            "john",
            "olvri",
            "oliver",
            "o neill",
            "ng",
            "علي",
            "😀");
    private static final List<String> DAYS = List.of(
            "20110409", "20110904", "20110408", "20110101", "2011", "1933117", "20111225", "20060721", "19000230");
    private static final Field NAME = new Field("name", "name", List.of("same", "alike", "different"));
    private static final Field BORN = new Field("day", "day", List.of("same", "different"));
    private static final Field TOWN = new Field("town", "town", List.of("same", "different"));
    private static final List<Field> FIELDS = List.of(NAME, BORN, TOWN);

    @Test
    void the_order_of_two_records_never_matters() {
        for (var a : NAMES) {
            for (var b : NAMES) {
                assertThat(Name.given(Name.of(a), Name.of(b)))
                        .as(a + "/" + b)
                        .isEqualTo(Name.given(Name.of(b), Name.of(a)));
                assertThat(Name.family(Name.of(a), Name.of(b)))
                        .as(a + "/" + b)
                        .isEqualTo(Name.family(Name.of(b), Name.of(a)));
                assertThat(Likeness.of(a, b)).isEqualTo(Likeness.of(b, a));
                assertThat(Text.email(a, b)).isEqualTo(Text.email(b, a));
                assertThat(Text.code(a, b)).isEqualTo(Text.code(b, a));
            }
        }
        for (var a : DAYS)
            for (var b : DAYS) assertThat(Day.level(Day.of(a), Day.of(b))).isEqualTo(Day.level(Day.of(b), Day.of(a)));
    }

    @Test
    void the_same_is_the_same() {
        assertThat(NAMES).allMatch(name -> Name.given(Name.of(name), Name.of(name)) == Field.SAME);
        assertThat(DAYS).allMatch(day -> Day.level(Day.of(day), Day.of(day)) == Field.SAME);
    }

    @Test
    void what_is_missing_says_nothing() {
        var model = learnt().learn(500);
        assertThat(odds(model, pattern(0, 0, 0)))
                .isEqualTo(Math.log(model.prior() / (1 - model.prior())) / Math.log(2), within());
    }

    @Test
    void a_probability_lies_between_nothing_and_one_and_more_agreement_never_lowers_it() {
        var model = learnt().learn(500);
        for (var name = 1; name <= 3; name++) {
            for (var born = 1; born <= 2; born++) {
                for (var town = 1; town <= 2; town++) {
                    var here = Model.probability(odds(model, pattern(name, born, town)));
                    assertThat(here).isBetween(0.0, 1.0);
                    if (name > 1)
                        assertThat(Model.probability(odds(model, pattern(name - 1, born, town))))
                                .isGreaterThanOrEqualTo(here);
                    if (born > 1)
                        assertThat(Model.probability(odds(model, pattern(name, 1, town))))
                                .isGreaterThanOrEqualTo(here);
                }
            }
        }
    }

    @Test
    void a_rare_value_in_common_weighs_more_than_a_common_one() {
        var model = learnt().learn(500);
        var same = pattern(1, 1, 1);
        var rare = model.odds(same, field -> field == 0 ? 0.0001 : 1);
        var common = model.odds(same, field -> field == 0 ? 0.1 : 1);
        assertThat(rare).isGreaterThan(odds(model, same)).isGreaterThan(common);
    }

    @Test
    void every_round_of_learning_explains_the_file_better() {
        var training = learnt();
        training.learn(500);
        var likelihoods = training.likelihoods();
        assertThat(likelihoods.length).isGreaterThan(3);
        // what is usual pulls a little, so the first digits are held to and not the last
        IntStream.range(1, likelihoods.length)
                .forEach(round -> assertThat(likelihoods[round])
                        .isGreaterThan(likelihoods[round - 1] - 1e-4 * Math.abs(likelihoods[round])));
        assertThat(likelihoods[likelihoods.length - 1]).isGreaterThan(likelihoods[0]);
    }

    @Test
    void what_made_the_pairs_is_learnt_without_being_told() {
        var model = learnt().learn(300);
        assertThat(model.prior()).isBetween(0.008, 0.012);
        assertThat(model.m(0, 1)).isBetween(0.75, 0.85);
        assertThat(model.u(1, 1)).isBetween(0.0005, 0.003);
    }

    // One pair in a hundred of one person, who agree in 80, 90 and 70 of 100; strangers in 1, 0.1 and 10.
    private static Training learnt() {
        var random = new Random(7);
        var patterns = new Patterns();
        for (var pair = 0; pair < 100_000; pair++) {
            var one = pair % 100 == 0;
            var name = random.nextDouble() < (one ? 0.8 : 0.01) ? 1 : random.nextDouble() < (one ? 0.8 : 0.02) ? 2 : 3;
            var born = random.nextDouble() < (one ? 0.9 : 0.001) ? 1 : 2;
            var town = random.nextInt(10) == 0 ? 0 : random.nextDouble() < (one ? 0.7 : 0.1) ? 1 : 2;
            patterns.compared(pattern(name, born, town), 1);
        }
        return new Training(FIELDS, patterns);
    }

    private static double odds(Model model, long pattern) {
        return model.odds(pattern, field -> 1);
    }

    private static long pattern(int... levels) {
        return IntStream.range(0, levels.length)
                .mapToLong(place -> Field.at(place, levels[place]))
                .reduce(0, (a, b) -> a | b);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void slips_are_counted_as_a_hand_makes_them() {
        assertThat(Stream.of("harris hariss", "jacob jcaob", "noah noa", "mark marks")
                        .map(pair -> pair.split(" "))
                        .map(pair -> Likeness.slips(pair[0], pair[1], 3)))
                .containsExactly(2, 1, 1, 1);
    }
}
