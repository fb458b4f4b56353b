package lantern.access.signin;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import lantern.access.password.Passwords;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens and ends sessions. The password is compared here (Argon2id), the codes by the database, which alone knows them. Each
 * question to the database is a transaction of its own: a password being compared holds no connection that others need.
 */
@Component
public final class SignIns {
    /** In a quarter of an hour, from one address: many people sit behind one, so it is far above what they mistype. */
    private static final int MOST_FAILURES = 60;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final TransactionTemplate step;
    private final Passwords passwords;

    SignIns(JdbcClient db, TransactionTemplate step, Passwords passwords) {
        this.db = db;
        this.step = step;
        this.passwords = passwords;
    }

    /** The new session's token, or nothing when the email, the password or the code is wrong or the account is locked. */
    Optional<String> withCode(String email, String password, String code, From from) {
        return with("access.open_session", email, password, code.replaceAll("\\s", ""), from);
    }

    /** The same with a recovery code, which is used up by it. */
    Optional<String> withRecoveryCode(String email, String password, String code, From from) {
        return with("access.open_session_by_recovery", email, password, RecoveryCodes.typed(code), from);
    }

    private Optional<String> with(String function, String email, String password, String code, From from) {
        return open(
                email,
                password,
                from,
                (token, id) -> db.sql("select " + function + "(:name, :code, :token, :id, :device)")
                        .param("name", name(email))
                        .param("code", code)
                        .param("token", token)
                        .param("id", id)
                        .param("device", from.device())
                        .query(Boolean.class)
                        .single());
    }

    /** Opens a session by this second step once the password is right; whatever is wrong counts as one wrong try. */
    private Optional<String> open(String email, String password, From from, BiPredicate<String, UUID> second) {
        var token = newToken();
        if (passwordIsRight(email, password, from)
                && Boolean.TRUE.equals(step.execute(status -> second.test(token, Ids.next()))))
            return Optional.of(token);
        failed(email, from);
        return Optional.empty();
    }

    /** Whether it is; an unknown or locked name costs the same as a wrong password. Does not count a wrong try. */
    public boolean passwordIsRight(String email, String password, From from) {
        var allowed = db.sql("select access.address_may_try(:address, :most)")
                .param("address", from.address())
                .param("most", MOST_FAILURES)
                .query(Boolean.class)
                .single();
        if (!allowed)
            throw Refused.tooMany("There were very many wrong tries from your network. Wait a quarter of an hour, or"
                    + " sign in from another network. If it goes on, tell your Lantern administrator.");
        var hash = db.sql("select password_hash from access.password_of(:name)")
                .param("name", name(email))
                .query(String.class)
                .optional()
                .orElse(null);
        return passwords.matches(password, hash);
    }

    public void failed(String email, From from) {
        step.executeWithoutResult(status -> db.sql("select access.sign_in_failed(:name, :address)")
                .param("name", name(email))
                .param("address", from.address())
                .query((row, n) -> 1)
                .list());
    }

    void end(String token) {
        step.executeWithoutResult(status -> db.sql("select access.end_session(:token)")
                .param("token", token)
                .query((row, n) -> 1)
                .list());
    }

    private static String name(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** A session's token: 256 random bits, of which the database keeps only a hash. */
    public static String newToken() {
        return "ls_" + random(32);
    }

    public static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
