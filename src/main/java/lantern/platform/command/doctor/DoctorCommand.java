package lantern.platform.command.doctor;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lantern.platform.CannotRun;
import lantern.platform.command.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Check this installation: Java, disk, secrets, settings, database, clocks, roles, policies, accounts and tokens.",
            "Exit code 1 when something needs doing."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var folder = lantern.folder();
        var findings = new ArrayList<>(MachineChecks.of(folder));
        findings.addAll(SignInChecks.of(System.getenv()));
        findings.addAll(database());
        var out = spec.commandLine().getOut();
        findings.forEach(it -> out.println((it.well() ? "ok     " : "WRONG  ") + it.said()));
        var wrong = findings.stream().filter(it -> !it.well()).count();
        out.println(wrong == 0 ? "All is well." : wrong + " to put right.");
        return wrong == 0 ? 0 : 1;
    }

    private List<Finding> database() {
        try (var database = lantern.database()) {
            var findings = new ArrayList<>(new DatabaseChecks(database.settings(), Clock.systemUTC()).all());
            findings.addAll(SettingChecks.of(System.getenv()));
            findings.addAll(AccountChecks.of(database.settings(), Clock.systemUTC()));
            return findings;
        } catch (CannotRun e) {
            return List.of(Finding.wrong(String.valueOf(e.getMessage())));
        }
    }
}
