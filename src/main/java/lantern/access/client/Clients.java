package lantern.access.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Tokens;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The connected systems that the acting manager looks after. Which those are, and every rule, is the database's; it writes the ledger too. */
@Component
class Clients {
    private final JdbcClient db;
    private final Clock clock;

    Clients(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Token(
            UUID id,
            List<String> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked,
            @Nullable Instant used) {
        boolean valid(Instant now) {
            return revoked == null && (expires == null || expires.isAfter(now));
        }
    }

    record Client(
            UUID id,
            String name,
            UUID agency,
            int perMinute,
            boolean ownLimit,
            long refused,
            @Nullable Instant refusedAt,
            List<Token> tokens) {}

    List<Client> all() {
        var clients = new LinkedHashMap<UUID, Client>();
        db.sql("select * from access.tokens_looked_after() where ended_at is null")
                .query(row -> {
                    var id = row.getObject("client_id", UUID.class);
                    var client = clients.computeIfAbsent(id, it -> {
                        try {
                            return new Client(
                                    id,
                                    row.getString("client_name"),
                                    row.getObject("agency_id", UUID.class),
                                    row.getInt("per_minute"),
                                    row.getBoolean("own_limit"),
                                    row.getLong("refused"),
                                    at(row.getObject("refused_at", OffsetDateTime.class)),
                                    new ArrayList<>());
                        } catch (java.sql.SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    var token = row.getObject("token_id", UUID.class);
                    if (token != null)
                        client.tokens.add(new Token(
                                token,
                                List.of((String[]) row.getArray("scopes").getArray()),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                at(row.getObject("expires_at", OffsetDateTime.class)),
                                at(row.getObject("revoked_at", OffsetDateTime.class)),
                                at(row.getObject("last_used_at", OffsetDateTime.class))));
                });
        return List.copyOf(clients.values());
    }

    Optional<Client> find(UUID id) {
        return all().stream().filter(each -> each.id.equals(id)).findFirst();
    }

    record Scope(String code, List<String> permissions) {}

    List<Scope> scopes(UUID agency) {
        return db.sql("select code, permissions from access.scopes_to_give(:agency)")
                .param("agency", agency)
                .query((row, n) -> new Scope(row.getString("code"), List.of((String[])
                        row.getArray("permissions").getArray())))
                .list();
    }

    /** The number that holds for a system without one of its own. */
    int usualLimit() {
        return db.sql("select per_minute from access.call_limit")
                .query(Integer.class)
                .single();
    }

    /** Adds a system, or changes the name and the limit of the one that is there. */
    void keep(UUID id, @Nullable UUID agency, String name, @Nullable Integer perMinute) {
        told(db.sql("select access.keep_client(:id, :agency::uuid, :name, :limit::integer)")
                .param("id", id)
                .param("agency", agency)
                .param("name", name)
                .param("limit", perMinute));
    }

    /**
     * A new token, seen this once.
     *
     * @param replaces the token that it is instead of; null: it is one more
     * @param overlapDays how long the old one still works
     */
    String issue(UUID client, List<String> scopes, int days, @Nullable UUID replaces, int overlapDays) {
        var token = Tokens.client();
        told(db.sql("select access.issue_token(:client, :id, :hash, :scopes::text[], :until, :old::uuid, :overlap)")
                .param("client", client)
                .param("id", Ids.next())
                .param("hash", Tokens.hash(token))
                .param("scopes", scopes.toArray(String[]::new))
                .param("until", clock.instant().plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .param("old", replaces)
                .param("overlap", overlapDays));
        return token;
    }

    void revoke(UUID token) {
        told(db.sql("select access.revoke_token(:id)").param("id", token));
    }

    private static void told(JdbcClient.StatementSpec call) {
        switch (call.query(String.class).single()) {
            case "done" -> {}
            case "scope" -> throw new Refused("Choose what it may do from the list", "scopes");
            case "days" ->
                throw new Refused("Use 1 to " + Tokens.MOST_DAYS + " days, and at most 90 for the old token", "days");
            case "old" -> throw Refused.conflict("The old token is not valid any more: issue a new one instead");
            default -> throw Refused.notFound();
        }
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
