package lantern.platform.command;

import java.io.PrintWriter;
import java.util.Arrays;
import lantern.platform.CannotRun;
import lantern.platform.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * One run of the command line. Exit code 0 is done, 1 is refused or failed, 2 is a command that was not understood. What
 * goes wrong is said on standard error in a sentence that tells what to do; --debug adds the stack trace.
 */
public final class CommandLineRun {
    /** A server was started and goes on. */
    public static final int RUNNING = -1;

    private static final String DEBUG = "--debug";

    private CommandLineRun() {}

    /** @param root the command that holds all others, which is also the Spring application */
    public static int of(Object root, String... arguments) {
        var debug = Arrays.asList(arguments).contains(DEBUG);
        var rest = Arrays.stream(arguments).filter(it -> !it.equals(DEBUG)).toArray(String[]::new);
        var line = new CommandLine(root);
        addHelp(line);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            report(problem, debug, command.getErr());
            return 1;
        });
        line.setParameterExceptionHandler((problem, given) -> {
            var command = problem.getCommandLine();
            command.getErr().println(problem.getMessage());
            command.getErr()
                    .println("See ./" + command.getCommandSpec().qualifiedName() + " --help for what it understands.");
            return 2;
        });
        if (rest.length == 0) {
            line.usage(line.getOut(), Ansi.AUTO);
            return 2;
        }
        return line.execute(rest);
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(false);
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show what this command understands.")
                        .build());
        line.getSubcommands().values().forEach(CommandLineRun::addHelp);
    }

    private static void report(Exception problem, boolean debug, PrintWriter err) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotRun || cause instanceof Refused) {
                err.println(cause.getMessage());
                trace(problem, debug, err);
                return;
            }
        }
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        err.println("This did not work: " + root.getClass().getSimpleName() + ": " + root.getMessage()
                + (debug ? "" : ". Run it again with --debug for the details, and see docs/guides/operate.md."));
        trace(problem, debug, err);
    }

    private static void trace(Exception problem, boolean debug, PrintWriter err) {
        if (debug) {
            problem.printStackTrace(err);
        }
    }
}
