package lantern.missing;

import lantern.missing.annex.AnnexACommand;
import lantern.missing.export.Ssda903MissingCommand;
import picocli.CommandLine.Command;

@Command(
        name = "export",
        description = "Write a statutory return to a file.",
        synopsisSubcommandLabel = "RETURN",
        subcommands = {Ssda903MissingCommand.class, AnnexACommand.class})
public final class ExportCommand {}
