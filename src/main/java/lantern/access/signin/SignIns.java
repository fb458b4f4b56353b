package lantern.access.signin;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import lantern.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens and ends sessions. The password is compared here (Argon2id), the one-time code by the database, which alone knows its secret. */
@Component
class SignIns {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    SignIns(JdbcClient db, PasswordEncoder passwords) {
        this.db = db;
        this.passwords = passwords;
        this.nobodysHash = java.util.Objects.requireNonNull(passwords.encode("nobody signs in with this"));
    }

    /** The new session's token, or nothing when the email, the password or the code is wrong or the account is locked. */
    @Transactional
    Optional<String> open(String email, String password, String code) {
        var name = email.strip().toLowerCase(Locale.ROOT);
        // An unknown name costs the same as a wrong password, so that time does not tell who has an account.
        var hash = db.sql("select password_hash from access.password_of(:name)")
                .param("name", name)
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse(nobodysHash);
        var right = passwords.matches(password, hash);
        var token = newToken();
        if (right && opened(name, code.replaceAll("\\s", ""), token)) return Optional.of(token);
        db.sql("select access.sign_in_failed(:name)")
                .param("name", name)
                .query((row, n) -> 1)
                .list();
        return Optional.empty();
    }

    private boolean opened(String name, String code, String token) {
        return db.sql("select access.open_session(:name, :code, :token, :id)")
                .param("name", name)
                .param("code", code)
                .param("token", token)
                .param("id", Ids.next())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    @Transactional
    void end(String token) {
        db.sql("select access.end_session(:token)")
                .param("token", token)
                .query((row, n) -> 1)
                .list();
    }

    /** Sets the password and the code secret of the person invited; false when the invitation is used or old, or the code is wrong. */
    @Transactional
    boolean accept(String invitation, String password, byte[] codeSecret, String code) {
        return db.sql("select access.accept_invitation(:token, :hash, :secret, :code)")
                .param("token", invitation)
                .param("hash", passwords.encode(password))
                .param("secret", codeSecret)
                .param("code", code.replaceAll("\\s", ""))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private static String newToken() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "ls_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
