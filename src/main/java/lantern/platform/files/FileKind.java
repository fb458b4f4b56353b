package lantern.platform.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of file that Lantern takes, each told by its first bytes (the signatures of its own specification), never by its name or by
 * what the browser says of it. Nothing that a browser could run is among them.
 */
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv", "csv");

    private final String mediaType;
    private final String ending;

    FileKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends, without the dot. */
    public String ending() {
        return ending;
    }

    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What the bytes are; empty when they are none of these kinds. */
    public static Optional<FileKind> told(byte[] bytes) {
        if (starts(bytes, 0xff, 0xd8, 0xff)) return Optional.of(JPEG);
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) return Optional.of(PNG);
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) return Optional.of(PDF);
        if (starts(bytes, 'P', 'K', 3, 4)) return Office.told(bytes);
        return isText(bytes) ? Optional.of(CSV) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) return false;
        for (var i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xff) != signature[i]) return false;
        }
        return true;
    }

    // Plain text has no signature: valid UTF-8 (or the code page that spreadsheets write, where every byte is a letter)
    // without control characters, and not
    // a page that a browser would show.
    private static boolean isText(byte[] bytes) {
        for (var each : bytes) {
            if (each >= 0 && each < 0x20 && each != '\t' && each != '\n' && each != '\r' || each == 0x7f) return false;
        }
        var text = text(bytes).stripLeading();
        return !text.isEmpty() && text.charAt(0) != '<';
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
