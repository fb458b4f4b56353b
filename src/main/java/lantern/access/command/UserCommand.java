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
                note(owner, new Person(whose.authority(), person), "person.invited");
                return "/invitation?token=" + setup.invitation(whose.authority(), person, at.plus(INVITATION));
            });
            if (!System.getenv().getOrDefault("LANTERN_OIDC_ISSUER", "").isBlank()) {
                spec.commandLine()
                        .getOut()
                        .println(name + " can sign in with your organisation's account that has the address " + email
                                + "; there is no link to give them.");
                return 0;
            }
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
            OwnerWork.in(lantern, (owner, setup) -> {
                var person = person(owner, email);
                owner.sql(
                                "update access.person set state = 'disabled' where authority_id = :authority and id = :person")
                        .param("authority", person.authority())
                        .param("person", person.id())
                        .update();
                forget(owner, person, "person.disabled");
                return person;
            });
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
                var person = person(owner, email);
                forget(owner, person, "sign-in.reset");
                return "/invitation?token="
                        + setup.invitation(
                                person.authority(), person.id(), CLOCK.instant().plus(INVITATION));
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

    private record Person(UUID authority, UUID id) {}

    private static Person person(JdbcClient owner, String email) {
        return owner.sql(
                        "select authority_id, id from access.person where email = lower(:email) and state <> 'disabled'")
                .param("email", email)
                .query((row, n) -> new Person(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .orElseThrow(() -> new Refused("Nobody who can sign in has the address " + email));
    }

    /** Password, codes, passkeys and link to an organisation's account are gone, and every session ends; the ledger says so. */
    private static void forget(JdbcClient owner, Person person, String act) {
        owner.sql("select access.forget_sign_in(:authority, :person)")
                .param("authority", person.authority())
                .param("person", person.id())
                .query((row, n) -> 1)
                .list();
        note(owner, person, act);
    }

    // Who sits at the command line is not known to Lantern, so the entry names whom it is about and no actor.
    private static void note(JdbcClient owner, Person person, String act) {
        owner.sql(
                        "select audit.write_for(:authority, null, :act, jsonb_build_object('person', :person::uuid, 'by', 'command line'))")
                .param("authority", person.authority())
                .param("act", act)
                .param("person", person.id())
                .query((row, n) -> 1)
                .list();
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
