package lantern.missing.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        name = "ssda903-missing",
        description = {
            "Write the Missing file of the looked-after children return (SSDA903): the episodes of looked after children of one year.",
            "It is held against the rules first, those on episodes of care too. With breaches they are listed, nothing is written and the exit code is 1.",
            CareRules.WITHOUT_LAST_YEAR
        })
public final class Ssda903MissingCommand implements Callable<Integer> {
    /** A row that was returned once is of no child of the register: only its number is compared. */
    private static final UUID NOBODY = new UUID(0, 0);

    static final String ACT = "export.ssda903-missing";

    @Mixin
    private Installation lantern;

    @Option(
            names = "--year",
            required = true,
            paramLabel = "YEAR",
            description = "The year the collection ends: 2026 is 1 April 2025 to 31 March 2026.")
    private int year;

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            description = "Whose return, such as merrowdale. Needed when this Lantern serves several.")
    private @Nullable String authority;

    @Option(names = "--last-year", paramLabel = "FILE", description = "The Missing file that was returned last year.")
    private @Nullable Path lastYear;

    @Option(names = "--with-breaches", description = "Write the file although rules are broken.")
    private boolean withBreaches;

    @Parameters(index = "0", paramLabel = "FILE", description = "Where to write it. Only you can read the file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    record Made(List<MissingRow> rows, List<MissingRules.Breach> breaches, boolean written) {
        long children() {
            return rows.stream().map(MissingRow::childId).distinct().count();
        }
    }

    @Override
    public Integer call() {
        var wanted = new CollectionYear(year);
        try (var database = lantern.database();
                var application = lantern.application(database)) {
            var access = application.getBean(Access.class);
            var made = make(
                    access,
                    application.getBean(MissingRows.class),
                    application.getBean(CareEpisodes.class),
                    application.getBean(Ledger.class),
                    wanted,
                    authority,
                    lastYear == null ? List.of() : returned(lastYear),
                    withBreaches);
            if (made.written()) write(MissingRow.file(made.rows()), file);
            return tell(made);
        }
    }

    /** Reads as the authority's system actor; the ledger says which children were read, and whether a file was made of it. */
    static Made make(
            Access access,
            MissingRows rows,
            CareEpisodes care,
            Ledger ledger,
            CollectionYear year,
            @Nullable String authority,
            List<MissingRow> lastYear,
            boolean withBreaches) {
        var whose = whose(access.authorities(), authority);
        return access.asSystem(whose.id(), "statutory return", () -> {
            var found = rows.of(year);
            var children = found.stream().map(MissingRow::childId).distinct().toList();
            var breaches = new ArrayList<>(MissingRules.check(found, year));
            breaches.addAll(CareRules.check(found, care.of(children, year)));
            breaches.addAll(CareRules.carriedOn(found, lastYear));
            var made = new Made(found, breaches, breaches.isEmpty() || withBreaches);
            if (!found.isEmpty()) ledger.looked(children, "ssda903-missing");
            if (made.written())
                ledger.act(
                        ACT,
                        "authority",
                        whose.id(),
                        null,
                        Map.of("year", year.year(), "rows", found.size(), "children", made.children()));
            return made;
        });
    }

    private static Access.Authority whose(List<Access.Authority> all, @Nullable String code) {
        var codes = all.stream().map(Access.Authority::code).sorted().collect(Collectors.joining(", "));
        if (code == null && all.size() == 1) return all.getFirst();
        if (code == null) throw new Refused("Say whose return with --authority; there are " + codes);
        return all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no authority \"" + code + "\"; there are " + codes));
    }

    static List<MissingRow> returned(Path file) {
        try {
            var lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.isEmpty()
                    || !lines.getFirst().replace("\uFEFF", "").strip().equals(MissingRow.HEADER))
                throw new Refused("The file " + file + " does not begin with " + MissingRow.HEADER);
            return lines.stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .filter(cells -> cells.length == 5)
                    .map(cells -> new MissingRow(NOBODY, cells[0], cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be read", e);
        }
    }

    /** All of it or nothing, also when the disk is full. */
    static void write(String text, Path file) {
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

    private int tell(Made made) {
        var err = spec.commandLine().getErr();
        made.breaches().forEach(err::println);
        if (lastYear == null) err.println(CareRules.WITHOUT_LAST_YEAR);
        if (!made.written())
            err.println("Nothing was written, because of " + made.breaches().size()
                    + " breaches. Mend them, or give --with-breaches.");
        err.flush();
        if (made.written()) {
            var out = spec.commandLine().getOut();
            out.println("Wrote " + made.rows().size() + " episodes of " + made.children() + " children to " + file);
            out.flush();
        }
        return made.breaches().isEmpty() ? 0 : 1;
    }
}
