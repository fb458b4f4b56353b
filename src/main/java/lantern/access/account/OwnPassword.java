package lantern.access.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lantern.access.password.Passwords;
import lantern.access.signin.From;
import lantern.access.signin.SignIns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for the password again before anything that somebody signs in with is changed: a desk left unlocked is not enough. */
@Component
public final class OwnPassword {
    private final JdbcClient db;
    private final Passwords passwords;
    private final SignIns signIns;

    OwnPassword(JdbcClient db, Passwords passwords, SignIns signIns) {
        this.db = db;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    /** Whose account it is, as the database knows them. */
    public record Owner(String hash, String name, String email) {}

    public Optional<Owner> owner() {
        return db.sql("select password_hash, name, email from access.my_password()")
                .query((row, n) -> new Owner(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /**
     * What is wrong with the password typed, as a sentence; nothing when it is right. A wrong one counts as it does at sign-in, so
     * the caller answers with a page and does not throw.
     */
    public Optional<String> wrong(String typed, HttpServletRequest request) {
        var owner = owner();
        if (owner.isEmpty())
            return Optional.of("There were too many wrong tries. Wait, then sign in again and try once more");
        if (passwords.matches(typed, owner.get().hash())) return Optional.empty();
        signIns.failed(owner.get().email(), From.of(request));
        return Optional.of("Enter the password that you sign in with now");
    }
}
