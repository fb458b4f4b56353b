package lantern.missing.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended; opaque to the client. */
record Cursor(Instant at, UUID id) {
    static final Cursor START = new Cursor(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0));

    static Cursor of(@Nullable String text) {
        if (text == null || text.isBlank()) return START;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Refused("Send the cursor as the page before gave it, or leave it out", "cursor");
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
