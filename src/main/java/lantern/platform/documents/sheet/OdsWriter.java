package lantern.platform.documents.sheet;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.Value;

/** The same sheets as the Excel file, in the open format. */
public final class OdsWriter {
    private static final double MM_A_LINE = 5;
    private static final double MM_A_LETTER = 2.1;

    private OdsWriter() {}

    public static byte[] write(Numbered paper) {
        var book = new SpreadSheet();
        var facts = paper.document().facts();
        var tables = paper.tables();
        var cover = new Sheet("Contents", facts.size() + tables.size() + 3, 2);
        set(cover, 0, 0, Value.of(paper.document().title()), true);
        cover.setColumnWidth(0, 60.0);
        cover.setColumnWidth(1, 150.0);
        var line = 2;
        for (var fact : facts) {
            set(cover, line, 0, Value.of(fact.name()), false);
            set(cover, line++, 1, Value.of(fact.words()), false);
        }
        for (var table : tables) {
            set(cover, line, 0, Value.of(table.number()), false);
            set(cover, line++, 1, Value.of(table.table().caption()), false);
        }
        book.appendSheet(cover);
        for (var table : tables) book.appendSheet(sheet(table));
        var out = new ByteArrayOutputStream();
        try {
            book.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Sheet sheet(Numbered.Tabled table) {
        var columns = table.table().columns();
        var rows = table.table().rows();
        var sheet = new Sheet(table.number(), Math.max(rows.size(), 1) + 2, columns.size());
        set(sheet, 0, 0, Value.of(table.caption()), true);
        for (int i = 0; i < columns.size(); i++) {
            set(sheet, 1, i, Value.of(columns.get(i).heading()), true);
            sheet.setColumnWidth(
                    i, columns.get(i).number() ? 28.0 : 28.0 * columns.get(i).share());
        }
        for (int line = 0; line < rows.size(); line++)
            for (int i = 0; i < columns.size(); i++)
                set(sheet, line + 2, i, rows.get(line).get(i), false);
        if (rows.isEmpty()) set(sheet, 2, 0, Value.of("None"), false);
        for (int line = 1; line < sheet.getMaxRows(); line++) sheet.setRowHeight(line, height(table, line));
        return sheet;
    }

    /** As many lines as the fullest cell needs: programs that open the file do not work it out again. */
    private static double height(Numbered.Tabled table, int line) {
        var columns = table.table().columns();
        var lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            var row = line - 2;
            var words = row < 0
                    ? columns.get(i).heading()
                    : row < table.table().rows().size()
                            ? table.table().rows().get(row).get(i).words()
                            : "";
            var letters =
                    (int) ((columns.get(i).number() ? 28 : 28 * columns.get(i).share()) / MM_A_LETTER);
            var needed = 0;
            for (var part : words.split("\n", -1)) needed += 1 + part.length() / Math.max(1, letters);
            lines = Math.max(lines, needed);
        }
        return lines * MM_A_LINE;
    }

    private static void set(Sheet sheet, int line, int column, Value value, boolean bold) {
        var cell = sheet.getRange(line, column);
        var number = value.number();
        if (value.date() != null) cell.setValue(value.date());
        else if (number != null && value.words().endsWith("%"))
            cell.setValue(new com.github.miachm.sods.OfficePercentage(number.doubleValue()));
        else if (number != null) cell.setValue(number.doubleValue());
        else cell.setValue(value.words());
        var style = new Style();
        style.setBold(bold);
        style.setWrap(true);
        cell.setStyle(style);
    }
}
