package lantern.children;

import lantern.children.linkage.evaluate.EvaluateCommand;
import lantern.children.matching.train.TrainCommand;
import picocli.CommandLine.Command;

@Command(
        name = "matching",
        description =
                "Is this child already known: learn from the register, and measure on files whose answers are known.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TrainCommand.class, EvaluateCommand.class})
public final class MatchingCommand {}
