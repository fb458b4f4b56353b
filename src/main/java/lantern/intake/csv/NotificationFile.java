package lantern.intake.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import lantern.intake.mailbox.Template;
import lantern.intake.notification.Message;
import lantern.intake.notification.NotificationReader;
import lantern.intake.notification.Reading;
import lantern.intake.quarantine.FieldWords;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as notifications. Its columns are the labels of the e-mail template (docs/guides/integrate.md); a row is read and refused by the same rules as what
 * a partner's system sends.
 */
public record NotificationFile(List<Message> messages, List<Wrong> wrong) {
    static final int MOST_ROWS = 2_000;
    private static final int MOST_WRONG = 500;
    private static final Charset SPREADSHEET = Charset.forName("windows-1252");

    /** @param row as a spreadsheet counts them, the columns' names being row 1 */
    public record Wrong(long row, String column, String what) {}

    static NotificationFile read(byte[] bytes, String source, Instant now) {
        var text = text(bytes);
        var messages = new ArrayList<Message>();
        var wrong = new ArrayList<Wrong>();
        try (var parser = CSVParser.parse(new StringReader(text), format(text))) {
            var rows = parser.iterator();
            var header = rows.hasNext() ? names(rows.next(), wrong) : List.<String>of();
            if (header.isEmpty()) wrong.add(new Wrong(1, "", "The first row must name the columns"));
            long number = 1;
            while (wrong.size() < MOST_WRONG && !header.isEmpty() && rows.hasNext()) {
                var record = rows.next();
                number++;
                if (record.stream().allMatch(String::isBlank)) continue;
                if (number > MOST_ROWS + 1) {
                    wrong.add(new Wrong(number, "", "A file holds at most " + MOST_ROWS + " rows: make two of it"));
                    break;
                }
                row(number, record, header, source, now, messages, wrong);
            }
            if (messages.isEmpty() && wrong.isEmpty())
                wrong.add(new Wrong(2, "", "There is no row below the columns' names"));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            wrong.add(new Wrong(
                    messages.size() + 2L,
                    "",
                    "A quotation mark is opened and not closed here or below, or stands in the middle of a cell"));
        }
        return new NotificationFile(messages, wrong);
    }

    private static void row(
            long number,
            CSVRecord record,
            List<String> header,
            String source,
            Instant now,
            List<Message> messages,
            List<Wrong> wrong) {
        if (record.size() > header.size()) {
            wrong.add(new Wrong(
                    number,
                    "",
                    "There are " + record.size() + " cells and " + header.size()
                            + " columns: put quotation marks round a cell that has a comma in it"));
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        for (var i = 0; i < record.size(); i++) cells.put(header.get(i), record.get(i));
        var json = Template.json(cells, source, digest(cells.toString()), now);
        switch (NotificationReader.read(json.getBytes(StandardCharsets.UTF_8), "csv", now)) {
            case Reading.Read(var it) ->
                messages.add(new Message(
                        "csv",
                        it.source(),
                        it.sourceReference(),
                        it.kind(),
                        it.occurredAt(),
                        it.reportedAt(),
                        it.wantsFeedback(),
                        it.said(),
                        cells.toString()));
            case Reading.Invalid(var problems) ->
                problems.forEach(each -> wrong.add(new Wrong(
                        number, Template.column(each.field()), FieldWords.message(each.field(), each.message()))));
            case Reading.Unreadable(var why) -> wrong.add(new Wrong(number, "", why));
        }
    }

    private static List<String> names(CSVRecord first, List<Wrong> wrong) {
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var cell : first) {
            var name = cell.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (!Template.knows(name))
                wrong.add(new Wrong(1, cell.strip(), "This column is not known: see the list of columns"));
            else if (!seen.add(name)) wrong.add(new Wrong(1, cell.strip(), "This column is there twice"));
            names.add(name);
        }
        return names;
    }

    /** UTF-8 with or without its mark, otherwise what spreadsheets write. */
    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, SPREADSHEET);
        }
    }

    /** Commas, or the semicolons and tabs that some spreadsheets write instead. */
    private static CSVFormat format(String text) {
        var first = text.lines().findFirst().orElse("");
        var sign = first.contains(",") ? ',' : first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(sign)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    private static String digest(String row) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
