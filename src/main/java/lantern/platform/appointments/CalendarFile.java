package lantern.platform.appointments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * One appointment or meeting as a calendar file. It leaves Lantern for somebody's phone, so it names no child: what it is, when, where, and a link back.
 *
 * @param id of what it is about: the same id with a higher {@code version} replaces the earlier entry in a calendar
 * @param where as it may be read by anybody who sees the calendar
 */
public record CalendarFile(
        UUID id,
        int version,
        String what,
        Instant from,
        Duration length,
        @Nullable String where,
        @Nullable String link,
        boolean cancelled) {
    /** The media type, for handlers that answer with it. */
    public static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    /** @param now when the file is made */
    public String text(Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Lantern//Lantern//EN");
        line(text, "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + id + "@lantern");
        line(text, "SEQUENCE:" + version);
        line(text, "DTSTAMP:" + TIME.format(now));
        line(text, "DTSTART:" + TIME.format(from));
        line(text, "DTEND:" + TIME.format(from.plus(length)));
        line(text, "SUMMARY:" + escaped(what));
        if (where != null) line(text, "LOCATION:" + escaped(where));
        if (link != null) line(text, "URL:" + link.replaceAll("[\\p{Cntrl}]", ""));
        line(text, "CLASS:PRIVATE");
        line(text, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** The answer that saves it as a file. */
    public ResponseEntity<String> answer(Instant now, String name) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".ics")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text(now));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A line of more than 75 bytes goes on in the next one, after a blank, and no character is cut in two (RFC 5545, 3.1). */
    private static void line(StringBuilder text, String line) {
        var bytes = 0;
        for (var at = 0; at < line.length(); ) {
            var c = line.codePointAt(at);
            var size = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.appendCodePoint(c);
            bytes += size;
            at += Character.charCount(c);
        }
        text.append("\r\n");
    }
}
