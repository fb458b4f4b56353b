package lantern.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import lantern.platform.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules RULES = new PasswordRules(new CommonPasswords(), new BreachedPasswords(""));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd12345",
                "passwordpassword",
                "qwertyuiop123",
                "qwertyqwerty12",
                "1234567890123",
                "123456789abc",
                "liverpoolliverpool",
                "Liverpool2026!!",
                "summersunshine1",
                "1q2w3e4r5t6y7u",
                "abcdefghijkl",
                "iloveyou2026!",
                "2026-11-22-2026",
                "manchesterunited1"
            })
    void what_many_people_choose_is_refused(String password) {
        assertThat(RULES.wrong(password))
                .hasValueSatisfying(it -> assertThat(it).contains("many people use this one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "marmalade ships under umbrellas",
                "a long sentence for tests",
                "kettle-otter-velvet",
                "Tq7#mmZp91xLw",
                "ein längerer satz",
                "twelve chars"
            })
    void three_words_or_anything_unusual_is_taken_without_digits_or_signs(String password) {
        assertThat(RULES.wrong(password)).isEmpty();
    }

    @Test
    void length_counts_and_what_others_know_of_the_person_is_refused() {
        assertThat(RULES.wrong("kettle otte"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("Use 12 to 200 characters"));
        assertThat(RULES.wrong("x ü ".repeat(51))).isPresent();
        assertThat(RULES.wrong("abababababab"))
                .hasValueSatisfying(it -> assertThat(it).contains("more different characters"));
        assertThat(RULES.wrong("kettle lantern velvet"))
                .hasValueSatisfying(it -> assertThat(it).contains("\"lantern\""));
        assertThat(RULES.wrong("kettle okafor velvet", "Amara Okafor", "a.okafor@merrowdale.example"))
                .hasValueSatisfying(it -> assertThat(it).contains("\"okafor\""));
        assertThat(RULES.wrong("kettle merrowdale tea", "Amara Okafor", "a.okafor@merrowdale.example"))
                .hasValueSatisfying(it -> assertThat(it).contains("\"merrowdale\""));
    }

    @Test
    void a_loaded_list_is_searched_where_it_lies_and_finds_each_of_its_passwords_and_no_other() throws IOException {
        var random = RandomGenerator.of("L64X128MixRandom");
        var hashes = new TreeSet<String>();
        for (var i = 0; i < 5_000; i++) hashes.add(BreachedPasswords.sha1("stolen password " + i));
        var lines = hashes.stream()
                .map(it -> it + ":" + random.nextInt(1, 10_000_000))
                .toList();
        for (var end : List.of("\n", "\r\n")) {
            var file = Files.writeString(folder.resolve("hashes.txt"), String.join(end, lines) + end);
            var list = new BreachedPasswords(file);
            for (var i = 0; i < 5_000; i++)
                assertThat(list.contain("stolen password " + i)).isTrue();
            for (var i = 0; i < 5_000; i++)
                assertThat(list.contain("nobody's password " + i)).isFalse();
            var rules = new PasswordRules(new CommonPasswords(), list);
            assertThat(rules.wrong("stolen password 17"))
                    .hasValueSatisfying(it -> assertThat(it).contains("lists of stolen passwords"));
            assertThat(rules.wrong("marmalade ships under umbrellas")).isEmpty();
        }
    }

    @Test
    void a_list_that_is_not_one_is_said_at_once() throws IOException {
        assertThatThrownBy(() -> new BreachedPasswords(folder.resolve("not there")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("LANTERN_BREACHED_PASSWORDS");
        var words = Files.writeString(folder.resolve("words.txt"), "password\nletmein\n".repeat(100));
        assertThatThrownBy(() -> new BreachedPasswords(words)).hasMessageContaining("SHA-1 hashes in order");
        var mixed = Files.writeString(
                folder.resolve("mixed.txt"),
                BreachedPasswords.sha1("b") + ":1\n" + BreachedPasswords.sha1("a") + ":1\n" + "0".repeat(40) + ":1\n");
        assertThatThrownBy(() -> new BreachedPasswords(mixed)).hasMessageContaining("in order");
    }
}
