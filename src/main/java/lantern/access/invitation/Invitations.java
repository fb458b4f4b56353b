package lantern.access.invitation;

import java.util.Optional;
import lantern.access.password.Passwords;
import lantern.access.signin.RecoveryCodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An invitation is used once, within three days of when it was made. */
@Component
public class Invitations {
    private final JdbcClient db;
    private final TransactionTemplate step;
    private final Passwords passwords;

    Invitations(JdbcClient db, TransactionTemplate step, Passwords passwords) {
        this.db = db;
        this.step = step;
        this.passwords = passwords;
    }

    /** Whose it is. */
    public record Invited(String name, String email) {}

    Optional<Invited> of(String token) {
        return db.sql("select name, email from access.invitation_of(:token)")
                .param("token", token)
                .query((row, n) -> new Invited(row.getString("name"), row.getString("email")))
                .optional();
    }

    /** Sets the password, the code secret and the recovery codes; false when the code is wrong or the invitation was just used. */
    boolean accept(String invitation, String password, byte[] codeSecret, String code, RecoveryCodes recovery) {
        var hash = passwords.hash(password);
        return Boolean.TRUE.equals(step.execute(
                status -> db.sql("select access.accept_invitation(:token, :hash, :secret, :code, :recovery)")
                        .param("token", invitation)
                        .param("hash", hash)
                        .param("secret", codeSecret)
                        .param("code", code.replaceAll("\\s", ""))
                        .param("recovery", recovery.hashes())
                        .query(Boolean.class)
                        .single()));
    }
}
