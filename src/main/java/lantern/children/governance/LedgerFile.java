package lantern.children.governance;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.audit.LedgerLine;
import org.jspecify.annotations.Nullable;

/** Entries as separated values (RFC 4180). A value that a spreadsheet would take for a formula is made text (OWASP, "CSV injection"). */
final class LedgerFile {
    private LedgerFile() {}

    static String of(List<LedgerPage.Row> rows, List<LedgerLine> lines) {
        var text = new StringBuilder("at,who,who_id,agency,act,what,child,child_ids,why,entry\r\n");
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var line = lines.get(i);
            var ids = line.child() != null ? List.of(line.child()) : line.children();
            var child = row.children().size() == 1 && row.more() == 0
                    ? row.children().getFirst().name()
                    : null;
            text.append(Stream.of(
                                    line.at().toString(),
                                    row.name(),
                                    line.actor() == null ? "" : line.actor().toString(),
                                    row.agency(),
                                    line.act(),
                                    row.what(),
                                    child,
                                    ids.stream().map(Object::toString).collect(Collectors.joining(" ")),
                                    row.why(),
                                    line.id().toString())
                            .map(LedgerFile::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) return "";
        var safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
