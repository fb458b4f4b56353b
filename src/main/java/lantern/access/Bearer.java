package lantern.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token and the purpose that this thread works with; a transaction that starts presents them to the database. */
public record Bearer(String token, String purpose) {
    private static final ThreadLocal<Bearer> CURRENT = new ThreadLocal<>();

    static @Nullable Bearer current() {
        return CURRENT.get();
    }

    public static boolean isPresent() {
        return CURRENT.get() != null;
    }

    /** Works with this token until closed, then with what was there before. */
    public static Held open(String token, String purpose) {
        var before = CURRENT.get();
        CURRENT.set(new Bearer(token, purpose));
        return () -> {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        };
    }

    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    public static <T extends @Nullable Object> T with(String token, String purpose, Supplier<T> work) {
        try (var held = open(token, purpose)) {
            return work.get();
        }
    }

    @Override
    public String toString() {
        return "Bearer[" + purpose + "]";
    }
}
