package lantern.children.linkage.evaluate;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lantern.children.linkage.file.Csv;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = {
            "Measure the matching on a CSV file whose answers are known: one file with duplicates, or two files to link.",
            "Learns from the file itself, without its answers. Needs no database. Prints precision, recall, F1, the best F1, calibration and time."
        },
        footerHeading = "%nThe column map is YAML, one line a field; a field may have several columns:%n",
        footer = {
            "  id: rec_id",
            "  given_names: first_name",
            "  middle_names: middle_name",
            "  family_name: surname",
            "  full_name: name              (instead of the two before)",
            "  date_of_birth: dob           (or birth_year, birth_month, birth_day; age)",
            "  sex: gender",
            "  postcode: zip_code",
            "  address: [street_number, street]",
            "  town: city",
            "  region: state",
            "  phone: phone",
            "  email: email",
            "  identifier: [soc_sec_id]     (each compared by itself)",
            "  other: [birth_place, occupation]",
            "Without --columns they are guessed from the columns' names, and said.",
            "Exit code 2 when the map, the columns or the truth cannot be understood. More: docs/guides/matching.md"
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "A CSV file; its first line names the columns.")
    private Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE2",
            description = "A second file: pairs are then of one record from each.")
    private @Nullable Path other;

    @Option(names = "--columns", paramLabel = "MAP.YAML", description = "Which columns hold what.")
    private @Nullable Path columns;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "COLUMN",
            description = {
                "The column with the answers: equal means one person. prefix:COLUMN when ids agree up to their first number (rec-12-org, rec-12-dup-0);",
                "COLUMN:PATTERN when they agree in what a regular expression (or its first group) finds."
            })
    private String truth;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            defaultValue = "0.5",
            description = "From which probability a pair counts as found (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        if (threshold < 0 || threshold > 1)
            throw new ParameterException(line, "--threshold is a probability from 0 to 1");
        try {
            var tables = Stream.of(file, other)
                    .filter(path -> path != null)
                    .map(Csv::read)
                    .toList();
            var evaluation = Evaluation.prepare(tables, columns, truth);
            if (!json) evaluation.notes().forEach(line.getErr()::println);
            var report = evaluation.run(threshold);
            line.getOut().println(json ? report.json() : report.text());
            line.getOut().flush();
            return 0;
        } catch (Refused refused) {
            throw new ParameterException(line, String.valueOf(refused.getMessage()));
        }
    }
}
