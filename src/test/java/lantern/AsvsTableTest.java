package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of OWASP ASVS 5.0 says something of every requirement, and what it points at is there. */
class AsvsTableTest {
    private static final Path TABLE = Path.of("docs/security/asvs.md");
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| [^|]+ \\| (met|met in part|met by settings|met behind TLS|met by procedure|gap|does not apply) \\| [^|]+ \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests?)`");

    @Test
    void every_requirement_of_levels_1_and_2_has_one_line_with_a_result_and_a_reason() throws IOException {
        var levels = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var line : Files.readAllLines(TABLE)) {
            if (!line.matches("^\\| \\d.*")) continue;
            var row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            assertThat(seen.add(row.group(1))).as("twice: " + line).isTrue();
            levels.add(row.group(2));
        }
        // 70 and 183 are the standard's own numbers; at level 3 the chapters on authorisation (6 more) and logging (1
        // more).
        assertThat(levels.stream().filter("1"::equals)).hasSize(70);
        assertThat(levels.stream().filter("2"::equals)).hasSize(183);
        assertThat(levels.stream().filter("3"::equals)).hasSize(7);
    }

    @Test
    void every_test_it_names_exists() throws IOException {
        Set<String> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        var named = NAMED.matcher(Files.readString(TABLE))
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(List.copyOf(named)).allMatch(tests::contains);
    }
}
