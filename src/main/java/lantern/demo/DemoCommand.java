package lantern.demo;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import lantern.access.SystemSecret;
import lantern.platform.CannotRun;
import lantern.platform.command.Installation;
import lantern.platform.command.OpenDatabase;
import lantern.platform.command.Server;
import lantern.platform.data.DataFolder;
import lantern.platform.postgres.embedded.EmbeddedPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description =
                "Run Lantern on this machine with an invented region: database, data and web server in one command.")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Option(names = "--port", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).", defaultValue = "8080")
    private int port;

    @Option(names = "--fresh", description = "Delete the data folder's data and start again.")
    private boolean fresh;

    @Option(
            names = "--children",
            paramLabel = "N",
            description = "How many children the region has when it is first made (default: ${DEFAULT-VALUE}).",
            defaultValue = "5000")
    private int children;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (fresh) {
            erase(out);
        }
        out.println("Starting PostgreSQL 18 ...");
        out.flush();
        var database = OpenDatabase.alone(lantern.folder(), port);
        makeRegion(out, database);
        var properties = Map.<String, Object>of("server.port", port, DemoCodes.PROPERTY, "true");
        return Server.start(lantern, database, properties, it -> welcome(out, it));
    }

    private void makeRegion(PrintWriter out, OpenDatabase database) {
        try {
            var tokens = SystemSecret.of(database.data());
            DemoRegion.load(database.settings(), tokens, Clock.systemUTC(), children, Progress.to(out));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void erase(PrintWriter out) {
        if (!Files.exists(lantern.path())) {
            return;
        }
        if (!DataFolder.looksLikeOurs(lantern.path())) {
            throw new CannotRun("The folder " + lantern.path().toAbsolutePath().normalize()
                    + " is not a data folder of Lantern's, so --fresh leaves it alone. Choose another with --data.");
        }
        EmbeddedPostgres.erase(lantern.folder());
        out.println("Deleted the data in " + lantern.path());
    }

    private void welcome(PrintWriter out, OpenDatabase database) {
        out.println();
        out.println("Lantern is running at http://127.0.0.1:" + port);
        out.println();
        out.println("Sign in as one of these, password: " + DemoRegion.PASSWORD);
        out.println(
                "The sign-in page shows the codes of this moment; an authenticator takes the secret in the last column.");
        for (var account : DemoRegion.accounts())
            out.printf("  %-30s %-40s %s%n", account.title(), account.email(), account.secretWritten());
        out.println();
        out.println("Data folder: " + database.data().path() + " (kept; ./lantern demo --fresh starts again)");
        out.println("Stop with Ctrl-C.");
        out.flush();
    }
}
