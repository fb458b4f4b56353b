package lantern.missing.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.children.Sendable;
import org.jspecify.annotations.Nullable;

/** The feedback form as one recipient was given it, and what became of it. */
record Copy(
        UUID id,
        UUID interview,
        UUID child,
        Whom whom,
        @Nullable UUID agency,
        String recipient,
        String how,
        @Nullable String reason,
        Instant sentAt,
        UUID sentBy,
        @Nullable Instant receivedAt,
        @Nullable UUID receivedBy,
        @Nullable String receivedWords,
        @Nullable Instant filedAt,
        @Nullable UUID filedBy) {

    /** A part of it; one that is withheld has no lines. */
    record Part(String code, String heading, @Nullable String withheld, List<Sendable.Line> lines) {}

    String howInWords() {
        return switch (how) {
            case "lantern" -> "in Lantern";
            case "secure-email" -> "by secure e-mail";
            case "post" -> "by post";
            default -> "by hand";
        };
    }
}
