package lantern.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token and the purpose that this thread works with; a transaction that starts presents them to the database. */
public record Bearer(String token, String purpose) {
    private static final ThreadLocal<Bearer> CURRENT = new ThreadLocal<>();

    static @Nullable Bearer current() {
        return CURRENT.get();
    }

    /** Runs the work with this token, and puts back what was there before. */
    public static <T extends @Nullable Object> T with(String token, String purpose, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(new Bearer(token, purpose));
        try {
            return work.get();
        } finally {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        }
    }

    @Override
    public String toString() {
        return "Bearer[" + purpose + "]";
    }
}
