package lantern.children.linkage.file;

import java.util.List;

/** A file as it was read: its column names and one line of cells a record, as many as there are columns. */
public record Table(String name, List<String> columns, List<List<String>> rows) {
    int place(String column) {
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at).strip().equalsIgnoreCase(column.strip())) return at;
        }
        return -1;
    }

    boolean has(String column) {
        return place(column) >= 0;
    }

    List<String> cells(String column) {
        var place = place(column);
        return rows.stream().map(row -> row.get(place)).toList();
    }
}
