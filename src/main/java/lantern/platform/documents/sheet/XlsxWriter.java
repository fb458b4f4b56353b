package lantern.platform.documents.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.Value;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet with what the paper is and which tables it has, then a sheet for each table. */
public final class XlsxWriter {
    private XlsxWriter() {}

    public static byte[] write(Numbered paper) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Lantern", "1.0")) {
            var cover = book.newWorksheet("Contents");
            cover.value(0, 0, paper.document().title());
            cover.style(0, 0).bold().fontSize(14).set();
            cover.width(0, 30);
            cover.width(1, 80);
            var line = 2;
            for (var fact : paper.document().facts()) {
                cover.value(line, 0, fact.name());
                cover.value(line++, 1, fact.words());
            }
            line++;
            for (var table : paper.tables()) {
                cover.value(line, 0, table.number());
                cover.value(line++, 1, table.table().caption());
            }
            for (var table : paper.tables()) sheet(book.newWorksheet(table.number()), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void sheet(Worksheet sheet, Numbered.Tabled table) {
        sheet.value(0, 0, table.caption());
        sheet.style(0, 0).bold().set();
        var columns = table.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(1, i, columns.get(i).heading());
            sheet.style(1, i)
                    .bold()
                    .borderStyle(org.dhatim.fastexcel.BorderSide.BOTTOM, org.dhatim.fastexcel.BorderStyle.THIN)
                    .wrapText(true)
                    .set();
            sheet.width(
                    i,
                    columns.get(i).number()
                            ? 14
                            : Math.min(60, 14.0 * columns.get(i).share()));
        }
        sheet.freezePane(0, 2);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(1);
        var line = 2;
        for (var row : table.table().rows()) {
            for (int i = 0; i < row.size(); i++) cell(sheet, line, i, row.get(i));
            line++;
        }
        if (table.table().rows().isEmpty()) sheet.value(line, 0, "None");
    }

    private static void cell(Worksheet sheet, int line, int column, Value value) {
        var number = value.number();
        if (value.date() != null) {
            sheet.value(line, column, value.date());
            sheet.style(line, column).format("d mmmm yyyy").set();
        } else if (number != null) {
            sheet.value(line, column, number);
            sheet.style(line, column).format(form(value)).set();
        } else {
            sheet.value(line, column, value.words());
            sheet.style(line, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    private static String form(Value value) {
        var pattern = value.words().contains(".") ? "#,##0.##" : "#,##0";
        return value.words().endsWith("%") ? "0%" : value.words().startsWith("£") ? "£" + pattern : pattern;
    }
}
