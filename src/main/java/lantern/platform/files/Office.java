package lantern.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/** Word and Excel files are zip archives with a list of contents (ECMA-376, part 2); one with macros in it is not taken. */
final class Office {
    private static final int MOST_PARTS = 2_000;

    private Office() {}

    /** Reads the names of the parts only; nothing is unpacked into memory. */
    static Optional<FileKind> told(byte[] bytes) {
        var listed = false;
        FileKind kind = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            var parts = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) return Optional.empty();
                var name = part.getName();
                if (name.endsWith("vbaProject.bin") || name.contains("/embeddings/") || name.contains("/activeX/"))
                    return Optional.empty();
                listed |= name.equals("[Content_Types].xml");
                if (name.equals("word/document.xml")) kind = FileKind.DOCX;
                if (name.equals("xl/workbook.xml")) kind = FileKind.XLSX;
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return listed ? Optional.ofNullable(kind) : Optional.empty();
    }
}
