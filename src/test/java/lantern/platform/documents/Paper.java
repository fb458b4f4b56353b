package lantern.platform.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks at a document as a reader's programs show it: LibreOffice for Word, a PDF page by page as a picture. */
public final class Paper {
    private static final float DOTS_PER_INCH = 80;
    private static final Path PICTURES = Path.of("target/papers");

    private Paper() {}

    /** LibreOffice's program; empty where it is not installed. */
    public static Optional<Path> libreOffice() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The PDF that LibreOffice makes of a Word file. */
    public static byte[] opened(Path libreOffice, byte[] word, String name) throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        var folder = Files.createTempDirectory("lantern-office");
        try {
            var file = Files.write(folder.resolve(name + ".docx"), word);
            var process = new ProcessBuilder(
                            libreOffice.toString(),
                            "--headless",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--convert-to",
                            "pdf",
                            "--outdir",
                            folder.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(PICTURES.resolve("libreoffice.log").toFile())
                    .start();
            process.waitFor();
            return Files.readAllBytes(folder.resolve(name + ".pdf"));
        } finally {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
            }
        }
    }

    /** A picture of each page in target/papers, to be looked at. */
    public static List<Path> pictures(byte[] pdf, String name) throws IOException {
        Files.createDirectories(PICTURES);
        var pictures = new ArrayList<Path>();
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                var file = PICTURES.resolve(name + "-" + (page + 1) + ".png");
                ImageIO.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH), "png", file.toFile());
                pictures.add(file);
            }
        }
        return pictures;
    }

    public static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
