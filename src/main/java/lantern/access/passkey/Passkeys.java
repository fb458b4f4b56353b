package lantern.access.passkey;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.signin.SignIns;
import lantern.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The passkeys as the database keeps them. */
@Component
class Passkeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final TransactionTemplate step;
    private final Access access;

    Passkeys(JdbcClient db, TransactionTemplate step, Access access) {
        this.db = db;
        this.step = step;
        this.access = access;
    }

    /** Something new to sign, good for five minutes and one answer. */
    byte[] challenge(String purpose) {
        var challenge = new byte[32];
        RANDOM.nextBytes(challenge);
        step.executeWithoutResult(status -> db.sql("select access.set_challenge(:challenge, :purpose)")
                .param("challenge", challenge)
                .param("purpose", purpose)
                .query((row, n) -> 1)
                .list());
        return challenge;
    }

    record Passkey(
            UUID id,
            String name,
            byte[] credentialId,
            OffsetDateTime made,
            @Nullable OffsetDateTime lastUsed) {}

    List<Passkey> mine() {
        return db.sql("select id, name, credential_id, made_at, last_used_at from access.my_passkeys()")
                .query((row, n) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBytes("credential_id"),
                        row.getObject("made_at", OffsetDateTime.class),
                        row.getObject("last_used_at", OffsetDateTime.class)))
                .list();
    }

    boolean add(String name, Authenticators.Made made) {
        return db.sql("select access.add_passkey(:id, :name, :credential, :attested, :count, :challenge)")
                .param("id", Ids.next())
                .param("name", name)
                .param("credential", made.id())
                .param("attested", made.credential())
                .param("count", made.count())
                .param("challenge", made.challenge())
                .query(Boolean.class)
                .single();
    }

    boolean rename(UUID passkey, String name) {
        return db.sql("select access.name_passkey(:id, :name)")
                .param("id", passkey)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    boolean remove(UUID passkey) {
        return db.sql("select access.remove_passkey(:id)")
                .param("id", passkey)
                .query(Boolean.class)
                .single();
    }

    /** Whose a credential is. */
    record Owner(UUID authority, String signInName, byte[] credential) {}

    Optional<Owner> owner(byte[] credentialId) {
        return db.sql("select authority, sign_in_name, credential from access.passkey_of(:id)")
                .param("id", credentialId)
                .query((row, n) -> new Owner(
                        row.getObject("authority", UUID.class),
                        row.getString("sign_in_name"),
                        row.getBytes("credential")))
                .optional();
    }

    /** The credentials of whoever signs in by this address, for an authenticator that does not know whom it belongs to. */
    List<byte[]> of(String email) {
        return db.sql("select credential_id from access.passkeys_of(:name)")
                .param("name", email.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** A session for what was proved; nothing when the challenge was not ours, is old, or was answered before. */
    Optional<String> open(Owner owner, Authenticators.Proved proved, String device) {
        var token = SignIns.newToken();
        var opened = access.asSystem(
                owner.authority(),
                "sign in with a passkey",
                () -> db.sql(
                                "select access.open_session_by_passkey(:credential, :count, :challenge, :token, :id, :device)")
                        .param("credential", proved.id())
                        .param("count", proved.count())
                        .param("challenge", proved.challenge())
                        .param("token", token)
                        .param("id", Ids.next())
                        .param("device", device)
                        .query(Boolean.class)
                        .single());
        return Boolean.TRUE.equals(opened) ? Optional.of(token) : Optional.empty();
    }
}
