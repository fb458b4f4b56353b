package lantern.platform.documents;

import java.util.Locale;
import lantern.platform.documents.paged.PdfWriter;
import lantern.platform.documents.sheet.OdsWriter;
import lantern.platform.documents.sheet.XlsxWriter;
import lantern.platform.documents.word.WordWriter;

/** The files a paper can be had as. The web page is {@code platform/documents/paper.jte}. */
public enum Format {
    PDF("application/pdf", "PDF"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel, tables only"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument, tables only");

    private final String mediaType;
    private final String title;

    Format(String mediaType, String title) {
        this.mediaType = mediaType;
        this.title = title;
    }

    public String mediaType() {
        return mediaType;
    }

    public String title() {
        return title;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public byte[] write(Numbered paper) {
        return switch (this) {
            case PDF -> PdfWriter.write(paper);
            case DOCX -> WordWriter.write(paper);
            case XLSX -> XlsxWriter.write(paper);
            case ODS -> OdsWriter.write(paper);
        };
    }
}
