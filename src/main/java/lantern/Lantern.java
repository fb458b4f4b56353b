package lantern;

import lantern.access.command.AuthorityCommand;
import lantern.access.command.TokenCommand;
import lantern.access.command.UserCommand;
import lantern.audit.AuditCommand;
import lantern.children.ImportCommand;
import lantern.children.MatchingCommand;
import lantern.demo.DemoCommand;
import lantern.demo.bench.BenchCommand;
import lantern.missing.ExportCommand;
import lantern.oversight.CheckPaperCommand;
import lantern.platform.command.CommandLineRun;
import lantern.platform.command.MigrateCommand;
import lantern.platform.command.ServeCommand;
import lantern.platform.command.WarmUpCommand;
import lantern.platform.command.doctor.DoctorCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import picocli.CommandLine.Command;

/** The one program: its commands are this list, and its web application is every module below this package. */
// By its full name: two rooms may use the same word for different things.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Command(
        name = "lantern",
        description =
                "One shared record and one set of clocks for children who go missing or are at risk of exploitation.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            AuthorityCommand.class,
            UserCommand.class,
            TokenCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            AuditCommand.class,
            MatchingCommand.class,
            BenchCommand.class,
            CheckPaperCommand.class,
            WarmUpCommand.class,
        })
public class Lantern {
    public static void main(String[] arguments) {
        var exitCode = CommandLineRun.of(new Lantern(), arguments);
        if (exitCode != CommandLineRun.RUNNING) {
            System.exit(exitCode);
        }
    }
}
