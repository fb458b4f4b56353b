package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    @Test
    void the_scripts_own_help_lists_every_command() throws Exception {
        var help = run(Path.of("lantern").toAbsolutePath().toString(), "--help");
        for (var command : new CommandLine(new Lantern()).getSubcommands().values()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(help).containsPattern("(?m)^  " + command.getCommandName() + " ");
            }
        }
    }

    @Test
    void every_command_says_in_a_sentence_what_it_does() {
        assertThat(all(new CommandLine(new Lantern())))
                .allSatisfy(it -> assertThat(it.getCommandSpec().usageMessage().description())
                        .as(it.getCommandName())
                        .isNotEmpty());
    }

    @Test
    void an_unknown_command_is_answered_on_standard_error_with_exit_code_2() {
        var err = new StringWriter();
        var line = new CommandLine(new Lantern()).setErr(new PrintWriter(err));
        assertThat(line.execute("dmeo")).isEqualTo(2);
        assertThat(err.toString()).contains("dmeo");
    }

    private static List<CommandLine> all(CommandLine line) {
        var found = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(it -> found.addAll(all(it)));
        return found;
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).start();
        try (var out = process.inputReader()) {
            return String.join("\n", out.lines().toList());
        }
    }
}
