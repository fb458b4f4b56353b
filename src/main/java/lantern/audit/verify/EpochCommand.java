package lantern.audit.verify;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.LedgerFiles;
import lantern.audit.head.SealingKey;
import lantern.audit.seal.Sealer;
import lantern.platform.CannotRun;
import lantern.platform.command.Installation;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "epoch",
        description = {
            "After a restore to an earlier time: go on sealing although heads on file are no longer in the database.",
            "Signs a head that says why. Every later verification tells which heads were lost."
        })
public final class EpochCommand implements Callable<Integer> {
    private static final int LONGEST_REASON = 300;

    @Mixin
    private Installation lantern;

    @Option(
            names = "--reason",
            required = true,
            description = "Why, for whoever verifies later (at most 300 characters).")
    private String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new CannotRun("Give a reason of at most " + LONGEST_REASON + " characters.");
        }
        var out = spec.commandLine().getOut();
        try (var database = lantern.database()) {
            var login = database.settings().sealer();
            var files = LedgerFiles.of(lantern.folder(), System.getenv());
            var sealer = new Sealer(
                    new DriverManagerDataSource(database.settings().url(), login.user(), login.password()),
                    SealingKey.at(files.key()),
                    new HeadsFile(files.heads()),
                    Clock.systemUTC(),
                    Sealer.MOST_ENTRIES);
            var begun = sealer.beginEpochs(reason.strip());
            if (begun.isEmpty()) out.println("No authority has lost heads: nothing was begun.");
            begun.forEach(head -> out.println("Epoch %d of authority %s begins with head %d."
                    .formatted(head.epoch(), head.authority(), head.number())));
        }
        return 0;
    }
}
