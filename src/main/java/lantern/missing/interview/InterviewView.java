package lantern.missing.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One return interview as its page and the API read it. */
public record InterviewView(
        UUID id,
        UUID child,
        String childName,
        String childReference,
        @Nullable LocalDate born,
        boolean lookedAfter,
        UUID provider,
        String providerName,
        Instant referredAt,
        @Nullable String triage,
        @Nullable Instant acceptedAt,
        @Nullable String outcome,
        @Nullable Instant outcomeAt,
        @Nullable String reason,
        @Nullable String heldWhere,
        @Nullable String heldBy,
        @Nullable Boolean independent,
        @Nullable String method,
        @Nullable String present,
        @Nullable String code,
        @Nullable Integer lastedMinutes) {

    public record Contact(
            String kind,
            String how,
            String words,
            Instant at,
            @Nullable String by,
            @Nullable String result,
            @Nullable Instant meetsAt,
            @Nullable String place) {
        public Contact(String kind, String how, String words, Instant at, @Nullable String by) {
            this(kind, how, words, at, by, null, null, null);
        }
    }

    public record Absence(
            UUID episode,
            Instant missingSince,
            @Nullable Instant returnedAt,
            @Nullable String returnedTo) {}

    public record Whole(
            InterviewView interview,
            List<Contact> contacts,
            List<Absence> absences,
            Map<String, String> indicators,
            @Nullable Narrative narrative,
            List<String> factors,
            List<Recommendation> recommendations,
            List<Rated> ratings,
            List<Given> feedback,
            List<Mention> mentions) {}

    /** A copy of the feedback form that somebody was given. */
    public record Given(
            UUID copy,
            String recipient,
            Instant sentAt,
            @Nullable Instant receivedAt,
            @Nullable Instant filedAt) {}

    /** @param whom social-worker, school, home or police */
    public record Recommendation(
            UUID id, String whom, String words, @Nullable Answer answer) {}

    /** What those to whom it was recommended said last. */
    public record Answer(String code, String by, String words, Instant at) {}

    /** What the child named: hearsay until it is decided on. */
    public record Mention(
            UUID id,
            String kind,
            String words,
            @Nullable String decision,
            @Nullable String because,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {
        public String kindInWords() {
            return switch (kind) {
                case "place" -> "Place";
                case "person" -> "Person";
                default -> "Vehicle, phone or account";
            };
        }
    }

    /** One rating of the referral, newest first. */
    public record Rated(
            String rating,
            String reason,
            Instant at,
            @Nullable String by) {}

    /** One line of the provider's queue; {@code due} is when the next of its timescales falls due. */
    public record Line(
            UUID id,
            UUID child,
            String childName,
            @Nullable LocalDate born,
            @Nullable String triage,
            Instant referredAt,
            @Nullable Instant returnedAt,
            int contacts,
            @Nullable String outcome,
            @Nullable String standard,
            @Nullable Instant due) {}
}
