package lantern.meetings.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.meetings.About;
import lantern.meetings.MeetingKind;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A meeting and where it stands: to come, held, its minutes issued, or cancelled.
 *
 * @param chair in words, where the chair is nobody of Lantern's
 * @param version how often its time or place was changed
 * @param correcting its minutes were issued and are being put right
 */
public record Meeting(
        UUID id,
        MeetingKind kind,
        List<String> focus,
        Instant startsAt,
        int minutes,
        @Nullable String place,
        @Nullable UUID chairId,
        @Nullable String chair,
        Instant plannedAt,
        UUID plannedBy,
        int version,
        @Nullable Instant heldAt,
        @Nullable LocalDate nextReview,
        @Nullable Instant issuedAt,
        boolean correcting,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBecause) {

    public String inWords() {
        return kind.words + ", " + London.dateTime(startsAt);
    }

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }

    public boolean toCome() {
        return heldAt == null && cancelledAt == null;
    }

    /** Refuses what can only be done before it is held. */
    public void requireToCome() {
        if (heldAt != null) throw new Refused("It is recorded already that this meeting was held");
        if (cancelledAt != null) throw new Refused("This meeting was cancelled: plan another one");
    }

    public void requireHeld() {
        if (heldAt == null) throw new Refused("Record first that the meeting was held");
    }

    /** They are not issued yet, or are to be issued again. */
    public boolean minutesOpen() {
        return issuedAt == null || correcting;
    }

    public void requireMinutesOpen() {
        if (!minutesOpen())
            throw new Refused(
                    "The minutes were issued and stay as they are: choose \"Correct the minutes\" on the meeting's page to issue them again");
    }

    /** One of the children, in the order of the agenda. */
    public record OfChild(UUID id, UUID meeting, About about, int place) {
        public UUID child() {
            return about.child();
        }
    }

    /**
     * @param onlyAbout the one child of the meeting they are invited about; null: all
     * @param person somebody of Lantern's
     */
    public record Invited(
            UUID id,
            @Nullable UUID onlyAbout,
            @Nullable UUID agency,
            @Nullable UUID person,
            String name,
            @Nullable String email,
            MeetingKind.Part part,
            boolean removed,
            @Nullable String attendance) {
        public boolean hears(OfChild child) {
            return onlyAbout == null || onlyAbout.equals(child.id());
        }
    }
}
