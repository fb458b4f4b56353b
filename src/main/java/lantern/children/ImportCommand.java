package lantern.children;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.children.imports.Imports;
import lantern.children.imports.Imports.Mode;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Outcome;
import lantern.children.imports.source.Steps;
import lantern.platform.Refused;
import lantern.platform.command.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Take children and what is known of them from a CSV file, all of it or nothing.",
            "Kinds: children, addresses, placements, legal-statuses, schools, workers, and ssda903 (the folder of the national return or one of its files).",
            "Every rejected row is listed with its row, its column and what to do. The same file again changes nothing.",
            "Exit code 0 when every row was taken or was there before, 1 with rejected rows, 2 when nothing could be read."
        })
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "What the file holds.")
    private @Nullable String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file; a folder for ssda903.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Report what would happen and keep nothing.")
    private boolean dryRun;

    @Option(names = "--leave-out-rejected", description = "Take the sound rows although others are rejected.")
    private boolean leaveOut;

    @Option(
            names = "--template",
            paramLabel = "KIND",
            description = "Print the first row and an example of a kind of file.")
    private @Nullable String template;

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            description = "Whose register, when there are several authorities.")
    private @Nullable String authority;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (template != null) {
            out.print(template(Kind.of(template)));
            out.flush();
            return 0;
        }
        if (kind == null || file == null)
            throw new Refused("Say what the file holds and which it is: ./lantern import children FILE");
        var what = Kind.of(kind);
        var path = file;
        try (var database = lantern.database();
                var application = lantern.application(database)) {
            var whose = whose(application.getBean(Access.class).authorities(), authority);
            var mode = dryRun ? Mode.DRY_RUN : leaveOut ? Mode.LEAVE_OUT_REJECTED : Mode.ALL_OR_NOTHING;
            var started = System.nanoTime();
            var done = application.getBean(Imports.class).run(what, path, whose.id(), mode, progress(out));
            var code = tell(done, mode, out);
            tellRate(done, Duration.ofNanos(System.nanoTime() - started), out);
            return code;
        }
    }

    private static String template(Kind kind) {
        if (kind != Kind.SSDA903) return kind.template();
        return """
                header.csv
                CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
                1234,2,09/04/2011,WBRI,A123456789012,,
                episodes.csv
                CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
                1234,02/04/2024,S,C2,N1,U6,PR1,,,,MW1 2AB,MW3 4CD,
                missing.csv
                CHILD,DOB,MISSING,MIS_START,MIS_END
                1234,09/04/2011,M,01/05/2025,02/05/2025
                """;
    }

    private static Steps progress(PrintWriter out) {
        var console = System.console();
        var terminal = console != null && console.isTerminal();
        var shown = new int[1];
        return (rows, taken) -> {
            // a line for every ten thousand, so that a log stays short
            if (!terminal && rows - shown[0] < 10_000) return;
            shown[0] = rows;
            var line = String.format(Locale.UK, "  %,d rows read, %,d taken", rows, taken);
            if (terminal) out.print("\r" + line);
            else out.println(line);
            out.flush();
        };
    }

    private static int tell(Imports.Done done, Mode mode, PrintWriter out) {
        out.println();
        for (var each : done.files()) {
            each.problems().forEach(problem -> out.println(problem.sentence()));
            out.println(summary(each, mode == Mode.DRY_RUN || !done.kept()));
        }
        if (mode == Mode.DRY_RUN) out.println("This was a dry run: nothing was kept.");
        else if (!done.kept())
            out.println(
                    "Nothing was kept, because rows were rejected. Correct them and import the file again, or add --leave-out-rejected.");
        out.flush();
        return done.rejected() == 0 || mode == Mode.LEAVE_OUT_REJECTED ? 0 : 1;
    }

    private static void tellRate(Imports.Done done, Duration took, PrintWriter out) {
        var rows = done.files().stream().mapToInt(Outcome::rows).sum();
        var seconds = Math.max(took.toMillis(), 1) / 1000.0;
        out.printf(Locale.UK, "%.1f seconds, %,.0f rows a second.%n", seconds, rows / seconds);
        out.flush();
    }

    private static String summary(Outcome each, boolean would) {
        return String.format(
                Locale.UK,
                "%s: %,d rows, %,d %s, %,d there before, %,d rejected",
                each.file(),
                each.rows(),
                each.taken(),
                would ? "could be taken" : "taken",
                each.before(),
                each.rejected());
    }

    private static Access.Authority whose(List<Access.Authority> all, @Nullable String code) {
        var codes = all.stream().map(Access.Authority::code).sorted().collect(Collectors.joining(", "));
        if (code == null && all.size() == 1) return all.getFirst();
        if (code == null) throw new Refused("Say whose register with --authority; there are " + codes);
        return all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no authority \"" + code + "\"; there are " + codes));
    }
}
