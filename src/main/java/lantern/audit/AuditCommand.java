package lantern.audit;

import lantern.audit.verify.EpochCommand;
import lantern.audit.verify.VerifyCommand;
import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "The ledger of every act and every look at a child.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VerifyCommand.class, EpochCommand.class})
public final class AuditCommand {}
