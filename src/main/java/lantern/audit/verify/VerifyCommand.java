package lantern.audit.verify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import lantern.audit.head.CopiedHeads;
import lantern.audit.head.HeadsFile;
import lantern.audit.head.LedgerFiles;
import lantern.platform.command.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Recompute the whole ledger from its entries and hold it against its seals, their signatures and the heads outside the database.",
            "Works while Lantern runs. The last line says entries, heads and verdict; exit code 1 and the first bad entry when something was changed."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Option(
            names = "--heads",
            paramLabel = "FOLDER",
            description = "Compare with these heads instead, for example a witness's copy.")
    private @Nullable Path heads;

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description = {
                "Also compare with heads that somebody else kept: one head or many, a JSON object a line,",
                "or an answer of GET /api/v1/ledger/heads."
            })
    private @Nullable Path head;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        var out = spec.commandLine().getOut();
        var folder = lantern.folder();
        try (var database = lantern.database()) {
            var login = database.settings().sealer();
            var sealer = new DriverManagerDataSource(database.settings().url(), login.user(), login.password());
            var file = new HeadsFile(
                    heads == null ? LedgerFiles.of(folder, System.getenv()).heads() : heads);
            var copied = head == null ? CopiedHeads.NONE : CopiedHeads.read(head);
            if (head != null) out.printf("%,d copied heads%n", copied.size());
            return tell(new Verification(sealer, file, copied, read -> progress(out, read)).run(), out);
        }
    }

    static int tell(Verdict verdict, PrintWriter out) {
        verdict.notes().forEach(out::println);
        verdict.findings().forEach(finding -> out.println(finding.sentence()));
        out.println(verdict.lastLine());
        out.flush();
        return verdict.sound() ? 0 : 1;
    }

    private static void progress(PrintWriter out, long read) {
        out.printf("%,d entries read%n", read);
        out.flush();
    }
}
