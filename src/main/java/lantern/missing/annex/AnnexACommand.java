package lantern.missing.annex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lantern.access.Access;
import lantern.audit.Ledger;
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
        name = "annex-a",
        description = {
            "Write what list 8 of an inspection's Annex A asks of missing episodes and return interviews: one line for each child who is looked after today,",
            "with the absences of the last twelve months (missing: code M; absent: code A) and whether an interview was offered and accepted after the last one."
        })
public final class AnnexACommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            description = "Whose list, such as merrowdale. Needed when this Lantern serves several.")
    private @Nullable String authority;

    @Parameters(index = "0", paramLabel = "FILE", description = "Where to write it. Only you can read the file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var database = lantern.database();
                var application = lantern.application(database)) {
            var rows = make(
                    application.getBean(Access.class),
                    application.getBean(ListEight.class),
                    application.getBean(Ledger.class),
                    application.getBean(Clock.class),
                    authority);
            write(ListEight.file(rows), file);
            var out = spec.commandLine().getOut();
            out.println("Wrote " + rows.size() + " looked after children to " + file);
            out.flush();
            return 0;
        }
    }

    /** Reads as the authority's system actor; the ledger says which children were read. */
    static List<ListEight.Row> make(
            Access access, ListEight list, Ledger ledger, Clock clock, @Nullable String authority) {
        var all = access.authorities();
        var whose = all.stream()
                .filter(each ->
                        authority == null ? all.size() == 1 : each.code().equals(authority))
                .findFirst()
                .orElseThrow(() -> new Refused("Say whose list with --authority; there are "
                        + String.join(
                                ", ",
                                all.stream()
                                        .map(Access.Authority::code)
                                        .sorted()
                                        .toList())));
        return access.asSystem(whose.id(), "list for an inspection", () -> {
            var rows = list.of(clock.instant());
            if (!rows.isEmpty())
                ledger.looked(rows.stream().map(ListEight.Row::child).toList(), "annex-a-8");
            ledger.act("export.annex-a", "authority", whose.id(), null, Map.of("list", 8, "rows", rows.size()));
            return rows;
        });
    }

    /** All of it or nothing, also when the disk is full. */
    private static void write(String text, Path file) {
        var target = file.toAbsolutePath();
        try {
            var part = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".part");
            try {
                Files.writeString(part, text);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written", e);
        }
    }
}
