package lantern.platform.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-03-28T10:00:00Z");

    @Test
    void a_meeting_across_the_change_of_clocks_is_written_in_universal_time() {
        var file = new CalendarFile(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                2,
                "Strategy meeting",
                Instant.parse("2026-03-29T09:00:00Z"),
                Duration.ofMinutes(90),
                "Room 4, Town Hall; ask at the desk",
                "https://lantern.example/x",
                false);
        assertThat(file.text(NOW).lines())
                .contains(
                        "UID:00000000-0000-0000-0000-000000000001@lantern",
                        "SEQUENCE:2",
                        "DTSTART:20260329T090000Z",
                        "DTEND:20260329T103000Z",
                        "LOCATION:Room 4\\, Town Hall\\; ask at the desk",
                        "STATUS:CONFIRMED");
        assertThat(file.text(NOW)).endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void long_lines_are_folded_without_cutting_a_letter_and_nothing_typed_becomes_a_line_of_its_own() {
        var what = "Zoë ".repeat(40) + "\r\nATTENDEE:mailto:somebody@example";
        var text = new CalendarFile(UUID.randomUUID(), 0, what, NOW, Duration.ofHours(1), null, null, true).text(NOW);
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(text.replace("\r\n ", "")).contains("Zoë ".repeat(40));
        assertThat(text).contains("METHOD:CANCEL", "STATUS:CANCELLED");
    }
}
