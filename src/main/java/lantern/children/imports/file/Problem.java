package lantern.children.imports.file;

import org.jspecify.annotations.Nullable;

/** Why a row was not taken: where it stands (the row as a spreadsheet counts, the header is row 1), and what to do. */
public record Problem(String file, long row, @Nullable String column, String words) {
    public String sentence() {
        return file + ", row " + row + (column == null ? "" : ", " + column) + ": " + words;
    }
}
