package lantern.platform.documents.paged;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.draw.Fonts;

/** PDF/UA-1: tagged, titled, with a language, bookmarks and its fonts. */
public final class PdfWriter {
    static {
        com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    public static byte[] write(Numbered paper) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(Fonts.REGULAR::open, Fonts.FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(Fonts.BOLD::open, Fonts.FAMILY, 700, FontStyle.NORMAL, true)
                    .useFont(Fonts.ITALIC::open, Fonts.FAMILY, 400, FontStyle.ITALIC, true)
                    .withProducer("Lantern")
                    .withHtmlContent(Xhtml.of(paper), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
