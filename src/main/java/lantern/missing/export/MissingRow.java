package lantern.missing.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the SSDA903 Missing file, as text, because the rules also ask whether a date is one. {@code reference} is the child's
 * in Lantern, for whoever mends the record; it is not written. MISSING is M (whereabouts unknown) or A (away without authorisation).
 */
record MissingRow(UUID childId, String reference, String child, String born, String missing, String start, String end) {
    static final String HEADER = "CHILD,DOB,MISSING,MIS_START,MIS_END";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    static String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    static String file(List<MissingRow> rows) {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(MissingRow::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String line() {
        return Stream.of(child, born, missing, start, end)
                .map(MissingRow::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
