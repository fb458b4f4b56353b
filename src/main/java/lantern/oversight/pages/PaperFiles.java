package lantern.oversight.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.Refused;
import lantern.platform.documents.Document;
import lantern.platform.documents.Format;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Link;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** A generated paper as a page and as files: the same document, numbered once. */
public final class PaperFiles {
    private PaperFiles() {}

    /** To the page and every format; {@code at} is the address of the page. */
    public static List<Link> links(String at, String title) {
        var links = new ArrayList<Link>();
        links.add(Link.to(at, title));
        for (var format : Format.values())
            links.add(Link.to(at + "/" + format.extension(), format.title())
                    .hidden(": " + title)
                    .attribute("download", at.substring(at.lastIndexOf('/') + 1) + "." + format.extension()));
        return links;
    }

    /** The same in one line. */
    public static Part part(String at, String title) {
        return new Part(null, Parts.row(links(at, title).toArray(Link[]::new)));
    }

    public static ModelAndView page(Document document, String back, String at, String title) {
        var paper = Numbered.of(document);
        var files = links(at, title);
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        document.title(),
                        back,
                        List.of(new Part(
                                null, Parts.row(files.subList(1, files.size()).toArray(Link[]::new)))),
                        paper));
    }

    public static ResponseEntity<byte[]> file(Document document, String extension, String name) {
        var format = Arrays.stream(Format.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(Refused::notFound);
        return bytes(format.write(Numbered.of(document)), format, name);
    }

    public static ResponseEntity<byte[]> bytes(byte[] file, Format format, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .header("Cache-Control", "no-store")
                .body(file);
    }
}
