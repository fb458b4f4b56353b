package lantern.platform.files;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import lantern.platform.Refused;

/**
 * What one form takes: the kinds, and at most how many bytes.
 *
 * @param most at most 20 MB, which is what the table holds
 */
public record FileRule(Set<FileKind> kinds, int most) {
    private static final int MB = 1024 * 1024;

    /** A child's photograph. */
    public static final FileRule PICTURE = new FileRule(EnumSet.of(FileKind.JPEG, FileKind.PNG), 10 * MB);

    /** A letter, a signed form, an order. */
    public static final FileRule DOCUMENT =
            new FileRule(EnumSet.of(FileKind.PDF, FileKind.DOCX, FileKind.JPEG, FileKind.PNG), 20 * MB);

    /** What evidence rests on. */
    public static final FileRule EVIDENCE = new FileRule(EnumSet.allOf(FileKind.class), 20 * MB);

    /** Rows to import. */
    public static final FileRule TABLE = new FileRule(EnumSet.of(FileKind.CSV, FileKind.XLSX), 20 * MB);

    /** The kind of these bytes, which this form takes. {@code field} is the form's field that a refusal belongs to. */
    public FileKind check(byte[] bytes, String field) {
        if (bytes.length == 0) throw new Refused("Choose a file that is not empty", field);
        if (bytes.length > most) throw new Refused("The file must be smaller than " + most / MB + " MB", field);
        return FileKind.told(bytes)
                .filter(kinds::contains)
                .orElseThrow(() -> new Refused("The file must be " + inWords(), field));
    }

    /** The bytes as they may be kept: a picture is drawn anew, so that nothing of its metadata is. */
    public static byte[] clean(byte[] bytes, FileKind kind, String field) {
        return kind.isPicture() ? Picture.drawnAnew(bytes, kind, field) : bytes;
    }

    /** For the hint of the form: "a JPEG or PNG file of at most 10 MB". */
    public String hint() {
        return inWords() + " of at most " + most / MB + " MB";
    }

    private String inWords() {
        var names = kinds.stream().sorted().map(Enum::name).collect(Collectors.toList());
        var last = names.removeLast();
        return "a " + (names.isEmpty() ? last : String.join(", ", names) + " or " + last) + " file";
    }

    /** What the form's file field says it accepts; a hint to the browser and no check. */
    public String accept() {
        return kinds.stream().sorted().map(kind -> "." + kind.ending()).collect(Collectors.joining(","));
    }
}
