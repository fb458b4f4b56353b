package lantern.intake.mailbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The labels of the documented template as columns of a file: one vocabulary for both. */
public final class Template {
    private Template() {}

    /** The first word of each label, in the order of the template. */
    public static List<String> columns() {
        return Arrays.stream(Label.values()).map(Label::word).toList();
    }

    public static boolean knows(String column) {
        return Label.of(column, Map.of()) != null;
    }

    /**
     * One row as the JSON of the HTTP contract.
     *
     * @param cells by the column's name
     * @param reference what the row is called when neither Reference nor Police reference says
     */
    public static String json(Map<String, String> cells, String source, String reference, Instant at) {
        return LabelledLines.cells(cells).json(source, new Mail(null, null, null, ""), reference, at);
    }

    /** What an e-mail that could not be taken says all the same, for whoever completes it by hand. */
    public static byte[] guess(byte[] mail, Instant at) {
        var read = Mail.read(mail);
        return LabelledLines.of(read.text(), Map.of())
                .json("e-mail", read, "none", at)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The column that fills this field of the contract; the field itself when none does. */
    public static String column(String field) {
        var whole = field.replaceAll("\\[.*", "");
        return Arrays.stream(Label.values())
                .filter(label -> label.path.equals(field)
                        || label.path.equals(whole)
                        || whole.equals("child.addresses")
                                && label == (field.endsWith("postcode") ? Label.POSTCODE : Label.ADDRESS)
                        || whole.equals("child.phones") && label == Label.PHONE
                        || whole.equals("child.accounts") && label == Label.ACCOUNT)
                .map(Label::word)
                .findFirst()
                .orElse(field);
    }
}
