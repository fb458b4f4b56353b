package lantern.access.command;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import lantern.access.Setup;
import lantern.platform.Refused;
import lantern.platform.command.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "user",
        description = "People who sign in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UserCommand.Invite.class, UserCommand.Disable.class, UserCommand.ResetMfa.class})
public final class UserCommand {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration INVITATION = Duration.ofDays(3);

    @Command(name = "invite", description = "Invite a person: prints an address that works once, for three days.")
    static final class Invite implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "EMAIL", description = "The address they sign in with.")
        private String email;

        @Option(
                names = "--name",
                required = true,
                paramLabel = "NAME",
                description = "Their name as colleagues see it.")
        private String name;

        @Option(
                names = "--agency",
                required = true,
                paramLabel = "AUTHORITY/AGENCY",
                description = "Such as merrowdale/children.")
        private String agency;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "Such as hub-worker; see the roles in docs/guides/operate.md.")
        private String role;

        @Option(names = "--team", paramLabel = "TEAM", description = "The team's name; made when it is not there.")
        private @Nullable String team;

        @Override
        public Integer call() {
            var path = OwnerWork.in(lantern, (owner, setup) -> {
                var at = CLOCK.instant();
                var whose = setup.agencyOf(agency);
                requireRole(owner, role);
                var person = setup.person(whose.authority(), name, email, at);
                setup.post(
                        whose.authority(),
                        person,
                        whose.agency(),
                        team == null ? null : team(owner, setup, whose, team),
                        role,
                        at);
                return "/invitation?token=" + setup.invitation(whose.authority(), person, at.plus(INVITATION));
            });
            spec.commandLine()
                    .getErr()
                    .println("Give this address to " + name
                            + " by a safe way. It works once, until three days from now:");
            spec.commandLine()
                    .getOut()
                    .println(System.getenv().getOrDefault("LANTERN_PUBLIC_URL", "http://127.0.0.1:8080") + path);
            return 0;
        }
    }

    @Command(name = "disable", description = "Disable a person: they are signed out at their next click.")
    static final class Disable implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "EMAIL")
        private String email;

        @Override
        public Integer call() {
            var sql = "update access.person set state = 'disabled' where email = lower(:email) and state <> 'disabled'";
            var done = OwnerWork.in(
                    lantern,
                    (owner, setup) -> owner.sql(sql).param("email", email).update());
            if (done == 0) throw new Refused("Nobody who can sign in has the address " + email);
            spec.commandLine().getOut().println(email + " can no longer sign in.");
            return 0;
        }
    }

    @Command(
            name = "reset-mfa",
            description = "Let a person set a new password and authenticator; the old ones stop working at once.")
    static final class ResetMfa implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "EMAIL")
        private String email;

        @Override
        public Integer call() {
            var path = OwnerWork.in(lantern, (owner, setup) -> {
                var found =
                        "select authority_id, id from access.person where email = lower(:email) and state <> 'disabled'";
                var person = owner.sql(found)
                        .param("email", email)
                        .query((row, n) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
                        .optional()
                        .orElseThrow(() -> new Refused("Nobody who can sign in has the address " + email));
                owner.sql("delete from access.credential where authority_id = :authority and person_id = :person")
                        .param("authority", person[0])
                        .param("person", person[1])
                        .update();
                owner.sql("update access.session set ended_at = now() where person_id = :person and ended_at is null")
                        .param("person", person[1])
                        .update();
                return "/invitation?token="
                        + setup.invitation(person[0], person[1], CLOCK.instant().plus(INVITATION));
            });
            spec.commandLine()
                    .getErr()
                    .println(
                            "They are signed out. Give them this address by a safe way; it works once, for three days:");
            spec.commandLine()
                    .getOut()
                    .println(System.getenv().getOrDefault("LANTERN_PUBLIC_URL", "http://127.0.0.1:8080") + path);
            return 0;
        }
    }

    private static void requireRole(JdbcClient owner, String role) {
        var roles = owner.sql("select code from access.role where code <> 'system' order by code")
                .query((row, n) -> row.getString(1))
                .list();
        if (!roles.contains(role))
            throw new Refused("There is no role \"" + role + "\"; there are " + String.join(", ", roles));
    }

    private static UUID team(JdbcClient owner, Setup setup, Setup.AgencyRef whose, String name) {
        return owner.sql(
                        "select id from access.team where authority_id = :authority and agency_id = :agency and name = :name")
                .param("authority", whose.authority())
                .param("agency", whose.agency())
                .param("name", name)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .orElseGet(() -> setup.team(whose.authority(), whose.agency(), name));
    }
}
