package lantern.access.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import lantern.platform.command.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "authority",
        description = "Authorities and their agencies.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuthorityCommand.Add.class, AuthorityCommand.Agency.class})
public final class AuthorityCommand {
    private static final Clock CLOCK = Clock.systemUTC();

    @Command(name = "add", description = "Add an authority, with Lantern's own actor in it.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "CODE",
                description = "Short name in addresses and agency codes, such as merrowdale.")
        private String code;

        @Parameters(index = "1", paramLabel = "NAME", description = "The authority's name.")
        private String name;

        @Override
        public Integer call() {
            OwnerWork.in(lantern, (owner, setup) -> setup.authority(code, name, CLOCK.instant()));
            spec.commandLine()
                    .getOut()
                    .println("The authority " + code + " is there. Add its agencies with ./lantern authority agency.");
            return 0;
        }
    }

    @Command(name = "agency", description = "Add or rename an agency of an authority.")
    static final class Agency implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "AUTHORITY/AGENCY", description = "Such as merrowdale/police.")
        private String code;

        @Parameters(index = "1", paramLabel = "NAME", description = "The agency's name.")
        private String name;

        @Option(
                names = "--kind",
                required = true,
                paramLabel = "KIND",
                description = "children, police, health, education, returns, licensing or other.")
        private String kind;

        @Override
        public Integer call() {
            var parts = code.split("/", 2);
            if (parts.length != 2)
                throw new lantern.platform.Refused("Write authority/agency, such as merrowdale/police");
            OwnerWork.in(lantern, (owner, setup) -> setup.agency(setup.authorityOf(parts[0]), parts[1], kind, name));
            spec.commandLine().getOut().println("The agency " + code + " is there.");
            return 0;
        }
    }
}
