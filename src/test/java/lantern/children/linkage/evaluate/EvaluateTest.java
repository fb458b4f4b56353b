package lantern.children.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.children.linkage.InventedFiles;
import lantern.children.linkage.file.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateTest {
    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @Test
    void a_register_of_children_with_brothers_sisters_and_twins_is_learnt_without_its_answers() throws IOException {
        var figures = measure(new InventedFiles(11).children(1_500, 0.2), "person");
        assertThat(figures.get("f1").asDouble()).isGreaterThan(0.95);
        assertThat(figures.get("calibrationError").asDouble()).isLessThan(0.05);
    }

    @Test
    void an_address_list_with_its_answers_in_the_ids_is_learnt() throws IOException {
        var figures = measure(new InventedFiles(12).addresses(1_200, 2), "prefix:rec_id");
        assertThat(figures.get("f1").asDouble()).isGreaterThan(0.97);
        assertThat(figures.get("calibrationError").asDouble()).isLessThan(0.05);
    }

    @Test
    void people_with_many_records_are_learnt() throws IOException {
        var figures = measure(new InventedFiles(13).persons(250), "cluster");
        assertThat(figures.get("f1").asDouble()).isGreaterThan(0.95);
        assertThat(figures.get("best").get("f1").asDouble())
                .isGreaterThanOrEqualTo(figures.get("f1").asDouble());
    }

    @Test
    void two_files_are_linked_and_only_across() throws IOException {
        var all = new InventedFiles(14).addresses(400, 1);
        var originals = part(all, "-org");
        var duplicates = part(all, "-dup");
        var ran = run(write(originals), write(duplicates), "--truth", "rec_id", "--json");
        assertThat(ran.json().get("truePairs").asInt())
                .isEqualTo(duplicates.rows().size());
        assertThat(ran.json().get("f1").asDouble()).isGreaterThan(0.98);
    }

    @Test
    void the_same_file_gives_the_same_figures() throws IOException {
        var file = write(new InventedFiles(15).persons(60));
        var first = run(file, "--truth", "cluster", "--json").json();
        var second = run(file, "--truth", "cluster", "--json").json();
        assertThat(first.get("best")).isEqualTo(second.get("best"));
        assertThat(first.get("fields")).isEqualTo(second.get("fields"));
    }

    @Test
    void what_was_guessed_is_said() throws IOException {
        var ran = run(write(new InventedFiles(16).persons(20)), "--truth", "cluster");
        assertThat(ran.err()).contains("given_names: first_name", "family_name: surname", "date_of_birth: dob");
        assertThat(ran.out()).contains("precision", "recall", "F1", "Calibration", "Time");
    }

    @Test
    void a_column_map_is_followed() throws IOException {
        var file = write(new InventedFiles(17).persons(40));
        var map = Files.writeString(
                folder.resolve("map.yaml"), "given_names: first_name\nfamily_name: surname\nother: [birth_place]\n");
        var ran = run(file, "--truth", "cluster", "--columns", map.toString(), "--json");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().get("fields").propertyNames())
                .containsExactly("givenNames", "familyName", "nameOrder", "other1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given_names: forename | There is no column forename in file0.csv",
                "nickname: first_name | The column map says nickname, which is none of",
                "[ | The column map is not YAML",
                "id: cluster | No column of file0.csv can be compared",
            })
    void a_wrong_map_is_not_understood(String yaml, String sentence) throws IOException {
        var map = Files.writeString(folder.resolve("map.yaml"), yaml);
        var ran = run(write(new InventedFiles(18).persons(10)), "--truth", "cluster", "--columns", map.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence);
    }

    @Test
    void a_truth_that_is_not_there_is_not_understood() throws IOException {
        var ran = run(write(new InventedFiles(19).persons(10)), "--truth", "answer");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("There is no column answer in file0.csv to take the truth from. Its columns are: cluster");
        assertThat(run("/nowhere.csv", "--truth", "cluster").code()).isEqualTo(2);
    }

    @Test
    void empty_cells_arrays_and_every_way_to_write_a_date_are_read() throws IOException {
        var file = folder.resolve("odd.csv");
        Files.writeString(
                file,
                "\ufeffcluster;first_name;surname;dob;postcode\r\n"
                        + Stream.of(
                                        "1;Ada;Smith;2011-04-09;\"['M1 1AA', 'M1 1AB']\"",
                                        "1;Ada;Smith;09/04/2011;M1 1AA",
                                        "2;Bo;Ng;20120131;NULL",
                                        "2;Bo;Ng;31/01/2012;",
                                        "3;Cy;\"O\"\"Hara\";31 Jan 2009;",
                                        "3;Cy;O'Hara;;\"[]\"",
                                        "4;;;;")
                                .collect(Collectors.joining("\r\n")));
        var ran = run(file.toString(), "--truth", "cluster", "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().get("truePairs").asInt()).isEqualTo(3);
    }

    private JsonNode measure(Table table, String truth) throws IOException {
        var ran = run(write(table), "--truth", truth, "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.json();
    }

    private static Table part(Table all, String ending) {
        return new Table(
                all.name(),
                all.columns(),
                all.rows().stream()
                        .filter(row -> row.getFirst().contains(ending))
                        .toList());
    }

    private int files;

    private String write(Table table) throws IOException {
        var lines = Stream.concat(Stream.of(table.columns()), table.rows().stream())
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("file" + files++ + ".csv"), lines)
                .toString();
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        var code = line.execute(List.of(arguments).toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }
}
