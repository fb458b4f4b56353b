package lantern.oversight.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lantern.oversight.paper.Paper.Part;
import lantern.platform.Refused;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Tables from CSV and .xlsx. A formula is never worked out: what the file says its value was is read. */
final class SheetReader {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 50;

    private SheetReader() {}

    static Paper csv(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var first = text.lines().findFirst().orElse("");
        var comma = first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : first.indexOf('\t') >= 0 ? '\t' : ',';
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quoted) {
                if (c != '"') cell.append(c);
                else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else quoted = false;
            } else if (c == '"' && cell.isEmpty()) quoted = true;
            else if (c == comma) {
                row.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\n') {
                end(rows, row, cell);
                row = new ArrayList<>();
            } else if (c != '\r') cell.append(c);
        }
        if (quoted)
            throw new Refused("A cell begins with a quotation mark that is never closed. Save the file again", "file");
        end(rows, row, cell);
        return paper(List.of(rows));
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (row.stream().anyMatch(each -> !each.isEmpty())) rows.add(row);
        if (rows.size() > MOST_ROWS) throw tooMuch();
    }

    static Paper xlsx(byte[] bytes) {
        WordReader.unpacks(bytes, "Excel", ".xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheets = new ArrayList<List<List<String>>>();
            var format = new DataFormatter(Locale.UK);
            for (var sheet : book) {
                var rows = new ArrayList<List<String>>();
                for (var row : sheet) {
                    var cells = new ArrayList<String>();
                    for (int i = 0; i < Math.min(MOST_COLUMNS, Math.max(0, row.getLastCellNum())); i++)
                        cells.add(value(row.getCell(i), format));
                    if (cells.stream().anyMatch(each -> !each.isBlank())) rows.add(cells);
                    if (rows.size() > MOST_ROWS) throw tooMuch();
                }
                sheets.add(rows);
            }
            return paper(sheets);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) throw refused;
            throw new Refused("This is not an Excel file that can be read. Save it as .xlsx again, or as CSV", "file");
        }
    }

    private static String value(@Nullable Cell cell, DataFormatter format) {
        if (cell == null) return "";
        if (cell.getCellType() != CellType.FORMULA)
            return format.formatCellValue(cell).strip();
        return switch (cell.getCachedFormulaResultType()) {
            case STRING -> cell.getStringCellValue().strip();
            case NUMERIC ->
                format.formatRawCellContents(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString());
            default -> "";
        };
    }

    private static Refused tooMuch() {
        return new Refused("The file has more than 2,000 rows. Keep the rows of one inquiry", "file");
    }

    private static Paper paper(List<? extends List<List<String>>> sheets) {
        var parts = new ArrayList<Part>();
        for (var rows : sheets) if (!rows.isEmpty()) parts.add(TextReader.grid(rows));
        return new Paper(List.copyOf(parts));
    }
}
