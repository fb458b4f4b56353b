package lantern.demo.scrutiny;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said of one recommendation. Places of meetings count from 0, the oldest. */
record Told(Writing writing, UUID inquiry, UUID id, List<LocalDate> days, List<UUID> meetings) {

    Told assessed(int meeting, String raw, String anticipated, String obstacle) {
        var category = raw.matches("[1-6] .*") ? raw.charAt(0) - '0' : null;
        var day = days.get(meeting);
        writing.row(
                "assessment",
                "id",
                writing.id("assessment " + id + meeting),
                "recommendation_id",
                id,
                "meeting_id",
                meetings.get(meeting),
                "standing",
                meeting % 2 == 0 ? "proposed" : "decided",
                "category",
                category,
                "raw",
                raw,
                "anticipated",
                anticipated,
                "obstacle",
                obstacle,
                "recorded_at",
                day.atTime(16, 0).atOffset(ZoneOffset.UTC),
                "recorded_by",
                writing.officer());
        return this;
    }

    Told evidence(int days, String words, String organisation) {
        evidence("evidence " + id + days, days, words, organisation, null);
        return this;
    }

    /** The evidence of one day was put right later; both stay. */
    Told corrected(int days, int later, String words) {
        evidence("evidence " + id + "corrected", later, words, "", writing.id("evidence " + id + days));
        return this;
    }

    private void evidence(String key, int days, String words, String organisation, @Nullable UUID supersedes) {
        writing.row(
                "evidence",
                "id",
                writing.id(key),
                "inquiry_id",
                inquiry,
                "dated_on",
                writing.today().plusDays(days),
                "author",
                "Head of service",
                "organisation",
                organisation,
                "words",
                words,
                "supersedes",
                supersedes,
                "recorded_at",
                writing.at(days),
                "recorded_by",
                writing.officer());
        writing.row("evidence_answer", "evidence_id", writing.id(key), "recommendation_id", id);
    }

    Told part(String label, String words, String status, @Nullable String why) {
        var part = writing.id("part " + id + label);
        writing.row("sub_part", "id", part, "recommendation_id", id, "label", label, "words", words);
        writing.row(
                "sub_part_status",
                "id",
                writing.id("status " + id + label),
                "sub_part_id",
                part,
                "status",
                status,
                "said_on",
                writing.today().minusDays(100),
                "why",
                why,
                "recorded_at",
                writing.at(-100),
                "recorded_by",
                writing.officer());
        return this;
    }

    Told concluded(int meeting, String qualifier) {
        writing.row(
                "conclusion",
                "id",
                writing.id("conclusion " + id),
                "recommendation_id",
                id,
                "meeting_id",
                meetings.get(meeting),
                "concluded_on",
                days.get(meeting),
                "qualifier",
                qualifier,
                "recorded_at",
                days.get(meeting).atTime(16, 5).atOffset(ZoneOffset.UTC),
                "recorded_by",
                writing.officer());
        return this;
    }

    Told planned(int meeting) {
        writing.row("tracking_plan", "recommendation_id", id, "meeting_id", meetings.get(meeting));
        return this;
    }
}
