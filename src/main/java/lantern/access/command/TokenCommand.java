package lantern.access.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import lantern.access.Tokens;
import lantern.platform.Refused;
import lantern.platform.command.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Tokens of machine clients, such as the police's system.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCommand.Issue.class, TokenCommand.Known.class, TokenCommand.Revoke.class})
public final class TokenCommand {
    private static final Clock CLOCK = Clock.systemUTC();

    @Command(
            name = "issue",
            description = "Issue a token. It is printed once, alone on standard output, and stored only as a hash.")
    static final class Issue implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--agency",
                required = true,
                paramLabel = "AUTHORITY/AGENCY",
                description = "Whose client it is, such as merrowdale/police.")
        private String agency;

        @Option(
                names = "--scope",
                required = true,
                split = "[, ]+",
                paramLabel = "SCOPE",
                description = "What it may do, such as notifications:write. Repeat, or separate with commas.")
        private List<String> scopes;

        @Option(
                names = "--days",
                paramLabel = "N",
                description = "Days until it expires (default: ${DEFAULT-VALUE}).",
                defaultValue = "365")
        private int days;

        @Option(names = "--name", paramLabel = "NAME", description = "What the client is called in the ledger.")
        private @Nullable String name;

        @Override
        public Integer call() {
            if (days < 1 || days > Tokens.MOST_DAYS) throw new Refused("--days takes 1 to " + Tokens.MOST_DAYS);
            var token = OwnerWork.in(lantern, (owner, setup) -> {
                var at = CLOCK.instant();
                var whose = setup.agencyOf(agency);
                var client = setup.client(
                        whose.authority(), whose.agency(), name == null ? agency + " system" : name, "client", at);
                setup.said(whose.authority(), "token.issued", "client", client);
                return setup.token(whose.authority(), client, scopes, at.plus(Duration.ofDays(days)), at);
            });
            spec.commandLine()
                    .getErr()
                    .println("The token of " + agency + " for " + String.join(", ", scopes) + ", valid for " + days
                            + " days:");
            spec.commandLine().getOut().println(token);
            return 0;
        }
    }

    @Command(name = "list", description = "List tokens: whose, what for, until when, last used.")
    static final class Known implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            var sql = """
                    select t.id, u.code || '/' || coalesce(a.code, '-') as agency, c.name, array_to_string(t.scopes, ',') as scopes,
                           to_char(t.expires_at, 'YYYY-MM-DD') as expires, to_char(t.last_used_at, 'YYYY-MM-DD') as used,
                           case when t.revoked_at is not null then 'revoked' when t.expires_at < now() then 'expired' else 'valid' end as state
                    from access.client_token t join access.client c on c.authority_id = t.authority_id and c.id = t.client_id
                    join access.authority u on u.id = t.authority_id
                    left join access.agency a on a.authority_id = c.authority_id and a.id = c.agency_id
                    where c.kind = 'client' order by agency, t.created_at
                    """;
            var out = spec.commandLine().getOut();
            var lines = OwnerWork.in(
                    lantern,
                    (owner, setup) -> owner.sql(sql)
                            .query((row, n) -> String.join(
                                    "  ",
                                    row.getString("id"),
                                    row.getString("state"),
                                    row.getString("agency"),
                                    row.getString("scopes"),
                                    "expires " + row.getString("expires"),
                                    row.getString("used") == null ? "never used" : "last used " + row.getString("used"),
                                    row.getString("name")))
                            .list());
            if (lines.isEmpty()) out.println("No tokens have been issued.");
            lines.forEach(out::println);
            return 0;
        }
    }

    @Command(name = "revoke", description = "Revoke a token: the next request with it is refused.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private Installation lantern;

        @Spec
        private CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "ID",
                description = "The token's id from ./lantern token list, or the token itself.")
        private String which;

        @Override
        public Integer call() {
            var sql = """
                    update access.client_token set revoked_at = now()
                    where (id::text = :which or token_hash = sha256(convert_to(:which, 'UTF8'))) and revoked_at is null
                    returning authority_id, client_id
                    """;
            var revoked = OwnerWork.in(lantern, (owner, setup) -> {
                var ended = owner.sql(sql)
                        .param("which", which)
                        .query((row, n) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
                        .list();
                ended.forEach(each -> setup.said(each[0], "token.revoked", "client", each[1]));
                return ended.size();
            });
            if (revoked == 0) throw new Refused("There is no such token in force. See ./lantern token list.");
            spec.commandLine().getOut().println("Revoked.");
            return 0;
        }
    }
}
