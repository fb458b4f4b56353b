package lantern.access.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.access.signin.RecoveryCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person who is signed in has to sign in with, where they are signed in, and what happened. Always one's own. */
@Component
@Transactional
public class Account {
    private final JdbcClient db;
    private final Clock clock;

    Account(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Means(
            boolean password, int recoveryLeft, @Nullable Instant recoveryMade, int passkeys) {}

    /** Nothing for a machine client. */
    Optional<Means> means() {
        return db.sql("select password, recovery_left, recovery_made, passkeys from access.my_account()")
                .query((row, n) -> new Means(
                        row.getBoolean("password"),
                        row.getInt("recovery_left"),
                        instant(row.getObject("recovery_made", OffsetDateTime.class)),
                        row.getInt("passkeys")))
                .optional();
    }

    record Session(UUID id, String device, String way, Instant started, Instant lastSeen, boolean here) {}

    List<Session> sessions() {
        return db.sql("select id, device, way, started, last_seen, this from access.my_sessions()")
                .query((row, n) -> new Session(
                        row.getObject("id", UUID.class),
                        row.getString("device"),
                        row.getString("way"),
                        row.getObject("started", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                        row.getBoolean("this")))
                .list();
    }

    /** Ends this session of one's own, or with null all but the one in use; how many it ended. */
    int end(@Nullable UUID session) {
        return db.sql("select access.end_my_sessions(:session::uuid)")
                .param("session", session)
                .query(Integer.class)
                .single();
    }

    RecoveryCodes renewRecoveryCodes() {
        var codes = RecoveryCodes.fresh();
        db.sql("select access.renew_recovery_codes(:hashes)")
                .param("hashes", codes.hashes())
                .query((row, n) -> 1)
                .list();
        return codes;
    }

    /** The new recovery codes, or nothing when the code is not one of the new authenticator. */
    Optional<RecoveryCodes> changeAuthenticator(byte[] secret, String code) {
        var codes = RecoveryCodes.fresh();
        var changed = db.sql("select access.change_authenticator(:secret, :code, :hashes)")
                .param("secret", secret)
                .param("code", code.replaceAll("\\s", ""))
                .param("hashes", codes.hashes())
                .query(Boolean.class)
                .single();
        return changed ? Optional.of(codes) : Optional.empty();
    }

    /** Something that happened to what one signs in with. */
    public record Notice(UUID id, String act, Instant at, boolean seen) {}

    public List<Notice> notices(int most) {
        var sql = """
                select id, act, at, seen_at from access.account_notice
                where authority_id = (select ctx.authority()) and person_id = (select ctx.actor())
                order by id desc limit :most
                """;
        return db.sql(sql)
                .param("most", most)
                .query((row, n) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("act"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at") != null))
                .list();
    }

    void seen() {
        var sql = """
                update access.account_notice set seen_at = :now
                where authority_id = (select ctx.authority()) and person_id = (select ctx.actor()) and seen_at is null
                """;
        db.sql(sql).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
