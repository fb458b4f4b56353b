package lantern.intake.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One way by which messages come.
 *
 * @param usual how long it may be silent; null: it is not watched
 * @param learnt whether {@code usual} is from its own past and nobody's number
 */
public record Feed(
        UUID id,
        Subject subject,
        String agency,
        String channel,
        String source,
        @Nullable Instant last,
        @Nullable Duration usual,
        boolean learnt,
        @Nullable Instant toldAt) {

    public boolean silent(Instant now) {
        return usual != null && last != null && last.plus(usual).isBefore(now);
    }

    /** Once for each silence. */
    boolean told() {
        return toldAt != null && last != null && toldAt.isAfter(last);
    }

    public static String words(String channel) {
        return switch (channel) {
            case "api" -> "Their own system";
            case "email" -> "E-mail";
            case "csv" -> "File";
            case "phone" -> "Phone";
            default -> "Form";
        };
    }
}
