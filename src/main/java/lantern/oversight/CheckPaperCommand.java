package lantern.oversight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lantern.oversight.paper.Papers;
import lantern.oversight.rules.PaperRules;
import lantern.platform.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Needs no database: a paper can be checked on any machine before it is sent. */
@Command(
        name = "check-paper",
        description = "Check a committee paper before it is published: one line a finding, nothing when it is sound.",
        footer = {"", "Exit code 0: sound; 1: findings; 2: the file could not be read."})
public final class CheckPaperCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "A .docx, .txt or .md file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            if (Files.size(file) > Papers.LONGEST)
                throw new Refused("The file is larger than 20 MB. Take its pictures out, or save it as text");
            var findings = PaperRules.check(Papers.read(file.getFileName().toString(), Files.readAllBytes(file)));
            findings.forEach(finding -> spec.commandLine().getOut().println(finding.line()));
            spec.commandLine().getOut().flush();
            return findings.isEmpty() ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("The file " + file + " cannot be read: check its name and that you may read it.");
        } catch (Refused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
        }
        return 2;
    }
}
