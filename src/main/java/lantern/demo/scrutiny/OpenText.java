package lantern.demo.scrutiny;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The concluded inquiry as it was published, in the shape that the public site reads. */
final class OpenText {
    private OpenText() {}

    static String of(Writing writing, LocalDate meeting, UUID first) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "title",
                        "Heard: what children say when they come back",
                        "summary",
                        "How return interviews are offered, and what is done with what children say.",
                        "committee",
                        "Children, Schools and Safety Scrutiny Committee",
                        "approvedOn",
                        writing.today().minusDays(800).toString(),
                        "lastTrackedOn",
                        meeting.toString(),
                        "recommendations",
                        List.of(
                                recommendation(
                                        first,
                                        "R01",
                                        "An independent provider is commissioned.",
                                        "Cabinet Member for Children",
                                        writing.month(-20),
                                        1,
                                        "1 – Achieved (Fully)",
                                        meeting,
                                        "The provider began on the first of the month."),
                                recommendation(
                                        writing.id("published second"),
                                        "R02",
                                        "Interviews are offered within 72 hours.",
                                        "Head of Children in Care",
                                        writing.month(-14),
                                        2,
                                        "2 – Achieved (Late)",
                                        meeting,
                                        "Nine in ten were offered in time in the last year."))));
    }

    private static Map<String, Object> recommendation(
            UUID id,
            String number,
            String words,
            String role,
            String target,
            int category,
            String assessment,
            LocalDate meeting,
            String evidence) {
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("number", number),
                Map.entry("words", words),
                Map.entry("parts", List.of()),
                Map.entry("roles", List.of(role)),
                Map.entry("target", target),
                Map.entry("category", category),
                Map.entry("assessment", assessment),
                Map.entry(
                        "history",
                        List.of(Map.of(
                                "meeting",
                                meeting.toString(),
                                "by",
                                "Decided by the committee",
                                "assessment",
                                assessment))),
                Map.entry("concluded", true),
                Map.entry("concludedOn", meeting.toString()),
                Map.entry("qualifier", ""),
                Map.entry(
                        "evidence",
                        List.of(Map.of(
                                "on",
                                meeting.minusDays(20).toString(),
                                "source",
                                "The council",
                                "words",
                                evidence,
                                "contrary",
                                false))));
    }
}
