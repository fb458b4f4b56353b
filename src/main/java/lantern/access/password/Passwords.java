package lantern.access.password;

import java.text.Normalizer;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords, a few at a time: each costs 19 MiB and tens of milliseconds on purpose, and a flood of
 * sign-ins must leave the machine to those who are signed in.
 */
@Component
public final class Passwords {
    private static final int PATIENCE_SECONDS = 10;

    private final PasswordEncoder encoder;
    private final String nobodysHash;
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    public Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodysHash = Objects.requireNonNull(encoder.encode("nobody signs in with this"));
    }

    /** Compares; without a hash it takes as long and says no, so that time does not tell who has an account. */
    public boolean matches(String typed, @Nullable String hash) {
        var right = inTurn(() -> encoder.matches(written(typed), hash == null ? nobodysHash : hash));
        return right && hash != null;
    }

    public String hash(String typed) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(written(typed))));
    }

    // The same word typed on a Mac and on Windows is not always the same characters.
    private static String written(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw Refused.tooMany("Very many people are signing in. Wait a minute, then try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
