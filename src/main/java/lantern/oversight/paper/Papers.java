package lantern.oversight.paper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lantern.platform.Refused;

/** A paper from a file's bytes. What cannot be a paper is refused with a sentence. */
public final class Papers {
    public static final int LONGEST = 20 * 1024 * 1024;

    private Papers() {}

    public static Paper read(String name, byte[] bytes) {
        if (bytes.length > LONGEST)
            throw new Refused("The file is larger than 20 MB. Take its pictures out, or paste its text", "file");
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".docx")) return WordReader.read(bytes);
        if (lower.endsWith(".docm") || lower.endsWith(".dotm"))
            throw new Refused("Word files with macros are not opened. Save it as .docx", "file");
        if (lower.endsWith(".txt") || lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".text"))
            return TextReader.read(text(bytes));
        throw new Refused("Use a .docx, .txt or .md file", "file");
    }

    /** The same, and tables: what recommendations are read from. */
    public static Paper readTables(String name, byte[] bytes) {
        if (bytes.length > LONGEST) throw new Refused("The file is larger than 20 MB. Take its pictures out", "file");
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) return SheetReader.csv(text(bytes));
        if (lower.endsWith(".xlsx")) return SheetReader.xlsx(bytes);
        if (lower.endsWith(".xlsm") || lower.endsWith(".xltm"))
            throw new Refused("Excel files with macros are not opened. Save it as .xlsx", "file");
        if (lower.endsWith(".docx") || lower.endsWith(".docm") || lower.endsWith(".dotm")) return read(name, bytes);
        throw new Refused("Use a .csv, .xlsx or .docx file", "file");
    }

    /** UTF-8, or what Word's "plain text" saves on Windows. */
    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
