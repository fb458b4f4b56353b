package lantern.platform.documents.word;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of our Word files, by the names Word itself knows, so that its navigation and screen readers find headings and captions. */
final class Styles {
    static final String TITLE = "Title";
    static final String NUMBERED = "NumberedParagraph";
    static final String LISTED = "ListParagraph";
    static final String CAPTION = "Caption";
    static final String CELL = "TableText";
    static final String NOTE = "Note";
    static final String FOOTER = "Footer";
    private static final int[] SIZES = {0, 15, 13, 12, 11, 11, 11};

    private Styles() {}

    static void add(XWPFDocument word, String language) {
        var styles = word.createStyles();
        styles.setSpellingLanguage(language);
        var fonts = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts.Factory.newInstance();
        fonts.setAscii("Arial");
        fonts.setHAnsi("Arial");
        fonts.setCs("Arial");
        styles.setDefaultFonts(fonts);
        add(word, paragraph("Normal", "Normal", null, 11, false, 120), true);
        add(word, paragraph(TITLE, "Title", "Normal", 20, true, 240), false);
        for (int level = 1; level <= 6; level++) {
            var heading = paragraph("Heading" + level, "heading " + level, "Normal", SIZES[level], true, 100);
            heading.getPPr().addNewKeepNext();
            heading.getPPr().getSpacing().setBefore(BigInteger.valueOf(level == 1 ? 300 : 200));
            heading.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            heading.addNewQFormat();
            add(word, heading, false);
        }
        var numbered = paragraph(NUMBERED, "Numbered paragraph", "Normal", 11, false, 120);
        indent(numbered, 720);
        add(word, numbered, false);
        var listed = paragraph(LISTED, "List Paragraph", "Normal", 11, false, 60);
        indent(listed, 1080);
        add(word, listed, false);
        var caption = paragraph(CAPTION, "caption", "Normal", 10, true, 60);
        caption.getPPr().addNewKeepNext();
        add(word, caption, false);
        add(word, paragraph(CELL, "Table text", "Normal", 9, false, 40), false);
        add(word, paragraph(FOOTER, "footer", "Normal", 8, false, 0), false);
        add(word, paragraph(NOTE, "Note", "Normal", 9, false, 120), false);
    }

    private static void indent(CTStyle style, int twips) {
        var indent = style.getPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(twips));
        indent.setHanging(BigInteger.valueOf(twips == 720 ? 720 : 360));
    }

    private static CTStyle paragraph(
            String id,
            String name,
            @org.jspecify.annotations.Nullable String basedOn,
            int points,
            boolean bold,
            int after) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (basedOn != null) style.addNewBasedOn().setVal(basedOn);
        style.addNewPPr().addNewSpacing().setAfter(BigInteger.valueOf(after));
        var run = style.addNewRPr();
        if (bold) run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(points * 2L));
        return style;
    }

    private static void add(XWPFDocument word, CTStyle style, boolean isDefault) {
        if (isDefault) style.setDefault(true);
        word.getStyles().addStyle(new XWPFStyle(style, word.getStyles()));
    }
}
