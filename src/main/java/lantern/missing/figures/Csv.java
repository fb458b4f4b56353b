package lantern.missing.figures;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file of comma-separated values (RFC 4180) that a spreadsheet opens without running anything that somebody typed. */
final class Csv {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv row(List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            if (i > 0) text.append(',');
            text.append('"').append(safe(cells.get(i)).replace("\"", "\"\"")).append('"');
        }
        text.append("\r\n");
        return this;
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    ResponseEntity<String> file(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv; charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.toString());
    }
}
