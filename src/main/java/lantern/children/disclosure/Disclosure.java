package lantern.children.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantern.children.Sendable;
import org.jspecify.annotations.Nullable;

/**
 * A copy for somebody, from the first choice until it was sent or decided against.
 *
 * @param agency null when the recipient is outside Lantern
 * @param reason why something goes along that is withheld unless somebody says why
 * @param partCount how many parts it holds, withheld ones too; null until they are frozen
 * @param mark tells this copy from every other; null until it was sent
 */
public record Disclosure(
        UUID id,
        UUID child,
        String document,
        @Nullable UUID agency,
        String recipient,
        String purpose,
        String basis,
        State state,
        UUID preparedBy,
        Instant preparedAt,
        @Nullable String reason,
        boolean needsSecond,
        @Nullable Integer partCount,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable String mark) {

    public enum State {
        PREPARED("Being prepared"),
        WAITING("Waiting for a second person"),
        SENT("Sent"),
        NOT_SHARED("Decided not to share");

        public final String words;

        State(String words) {
            this.words = words;
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    public String basisInWords() {
        return Basis.of(basis).words;
    }

    /**
     * A part as it was kept.
     *
     * @param beyond goes along though the recipient's own policy withholds it
     * @param withheld why it stays out; null when it goes
     */
    public record Kept(
            String code,
            String section,
            String heading,
            boolean beyond,
            @Nullable String withheld,
            List<Sendable.Line> lines) {}
}
