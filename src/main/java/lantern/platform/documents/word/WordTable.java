package lantern.platform.documents.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table with its caption above, a header row that repeats on every page, rows that stay whole, and a description. */
final class WordTable {
    private static final int WIDTH = 9638;
    private final XWPFDocument word;

    WordTable(XWPFDocument word) {
        this.word = word;
    }

    void write(
            String caption,
            List<String> headings,
            List<Integer> shares,
            List<Boolean> numbers,
            List<List<String>> rows) {
        var above = word.createParagraph();
        above.setStyle(Styles.CAPTION);
        WordWriter.text(above, caption);
        var table = word.createTable(rows.size() + (rows.isEmpty() ? 2 : 1), headings.size());
        describe(table, caption, shares);
        for (int i = 0; i < headings.size(); i++)
            cell(table.getRow(0).getCell(i), headings.get(i), true, numbers.get(i));
        table.getRow(0).setRepeatHeader(true);
        if (rows.isEmpty()) cell(table.getRow(1).getCell(0), "None", false, false);
        for (int line = 0; line < rows.size(); line++) {
            var row = table.getRow(line + 1);
            row.setCantSplitRow(rows.get(line).stream().allMatch(words -> words.length() < 600));
            for (int i = 0; i < headings.size(); i++)
                cell(row.getCell(i), rows.get(line).get(i), false, numbers.get(i));
        }
        word.createParagraph().setStyle(Styles.NOTE);
    }

    private static void describe(XWPFTable table, String caption, List<Integer> shares) {
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblCaption().setVal(caption);
        properties.addNewTblDescription().setVal(caption);
        if (properties.getTblLayout() == null) properties.addNewTblLayout();
        properties.getTblLayout().setType(STTblLayoutType.FIXED);
        var look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setFirstRow(true);
        look.setFirstColumn(true);
        table.setWidth(WIDTH);
        var indent = properties.isSetTblInd() ? properties.getTblInd() : properties.addNewTblInd();
        indent.setType(STTblWidth.DXA);
        indent.setW(BigInteger.ZERO);
        // A margin of nothing would be left out, and Word's own of a tenth of an inch breaks words that just fit.
        table.setCellMargins(40, 1, 20, 115);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "0B0C0C");
        table.setLeftBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "B1B4B6");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "B1B4B6");
        var all = shares.stream().mapToInt(Integer::intValue).sum();
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        for (var share : shares) grid.addNewGridCol().setW(BigInteger.valueOf((long) WIDTH * share / all));
        for (var row : table.getRows())
            for (int i = 0; i < shares.size(); i++) {
                var width = row.getCell(i).getCTTc().addNewTcPr().addNewTcW();
                width.setType(STTblWidth.DXA);
                width.setW(BigInteger.valueOf((long) WIDTH * shares.get(i) / all));
            }
    }

    private static void cell(XWPFTableCell cell, String words, boolean bold, boolean number) {
        var first = true;
        for (var line : words.split("\n")) {
            var paragraph = first ? cell.getParagraphs().getFirst() : cell.addParagraph();
            first = false;
            paragraph.setStyle(Styles.CELL);
            if (number) paragraph.setAlignment(ParagraphAlignment.RIGHT);
            WordWriter.text(paragraph, line);
            if (bold) paragraph.getRuns().forEach(run -> run.setBold(true));
        }
    }
}
