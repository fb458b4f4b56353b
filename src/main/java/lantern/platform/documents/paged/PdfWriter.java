package lantern.platform.documents.paged;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.draw.Fonts;
import org.apache.pdfbox.Loader;

/** PDF/UA-1: tagged, titled, with a language, bookmarks and its fonts. */
public final class PdfWriter {
    static {
        com.openhtmltopdf.util.XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    public static byte[] write(Numbered paper) {
        return write(List.of(paper));
    }

    /** Several papers in one file, pages counted through, a bookmark for each. */
    public static byte[] write(List<Numbered> papers) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(Fonts.REGULAR::open, Fonts.FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(Fonts.BOLD::open, Fonts.FAMILY, 700, FontStyle.NORMAL, true)
                    .useFont(Fonts.ITALIC::open, Fonts.FAMILY, 400, FontStyle.ITALIC, true)
                    .withProducer("Lantern")
                    .withHtmlContent(Xhtml.of(papers), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The page on which each paper of a pack begins, from 1, and last the page after the end. */
    public static List<Integer> pages(byte[] pack) {
        try (var pdf = Loader.loadPDF(pack)) {
            var starts = new ArrayList<Integer>();
            var outline = pdf.getDocumentCatalog().getDocumentOutline();
            if (outline != null)
                for (var bookmark : outline.children())
                    starts.add(pdf.getPages().indexOf(bookmark.findDestinationPage(pdf)) + 1);
            starts.add(pdf.getNumberOfPages() + 1);
            return starts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
