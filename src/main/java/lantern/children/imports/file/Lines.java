package lantern.children.imports.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import lantern.platform.Refused;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other: commas, quotes where needed, quoted line ends, UTF-8 with or without its mark, any line end. */
public final class Lines implements Iterator<Line>, AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final String file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long row = 1;
    private boolean ended;
    private CSVRecord next;

    private Lines(String file, CSVParser parser) {
        this.file = file;
        this.parser = parser;
        this.records = parser.iterator();
        var first = read(() -> records.hasNext() ? records.next() : null);
        if (first == null || blank(first)) throw new Refused(file + " is empty: its first row must name the columns");
        this.header = first.stream().map(Lines::columnName).toList();
        this.next = first;
        refuseOddHeader();
        advance();
    }

    public static Lines open(Path path) {
        var file = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path) || !Files.isReadable(path))
            throw new Refused("There is no file " + path + " that can be read");
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var text = new PushbackReader(
                    new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder), 1 << 16), 1);
            skipMark(file, text);
            return new Lines(file, CSVParser.parse(text, FORMAT));
        } catch (IOException e) {
            throw new Refused(file + " could not be read: " + e.getMessage());
        }
    }

    // The mark some spreadsheets put before UTF-8.
    private static void skipMark(String file, PushbackReader text) {
        read(file, () -> {
            var first = text.read();
            if (first >= 0 && first != '\ufeff') text.unread(first);
            return first;
        });
    }

    public List<String> header() {
        return header;
    }

    public String file() {
        return file;
    }

    private void refuseOddHeader() {
        if (header.size() == 1) {
            for (var other : List.of(";", "\t", "|")) {
                if (header.getFirst().contains(other))
                    throw new Refused(file + ": the columns are separated by "
                            + (other.equals("\t") ? "tabs" : "\"" + other + "\"")
                            + ". Save the file as CSV with commas between the columns");
            }
        }
        var seen = new HashSet<String>();
        for (var column : header) {
            if (column.isEmpty())
                throw new Refused(file + ": a column has no name in the first row. Name it or remove it");
            if (!seen.add(column))
                throw new Refused(file + ": the column " + column + " is there twice. Remove one of them");
        }
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public Line next() {
        if (ended) throw new NoSuchElementException();
        var line = line(next);
        advance();
        return line;
    }

    private void advance() {
        do {
            var found = read(() -> records.hasNext() ? records.next() : null);
            if (found == null) {
                ended = true;
                return;
            }
            next = found;
            row++;
        } while (blank(next));
    }

    private Line line(CSVRecord record) {
        var cells = new HashMap<String, String>();
        for (var i = 0; i < Math.min(record.size(), header.size()); i++) cells.put(header.get(i), record.get(i));
        var line = new Line(file, row, cells);
        if (record.size() != header.size())
            line.wrong(
                    null,
                    "there are " + record.size() + " cells, and the first row names " + header.size()
                            + " columns. Put quotes round a cell that has a comma in it");
        return line;
    }

    private static boolean blank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static String columnName(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }

    private <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw unreadable(file + ", after row " + row, e.getCause());
        } catch (IllegalStateException e) {
            throw new Refused(
                    file + ", after row " + row
                            + ": a quotation mark is opened and not closed, or stands in the middle of a cell. Write it twice (\"\") inside a quoted cell");
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(String file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Refused unreadable(String where, @Nullable Throwable cause) {
        if (cause instanceof CharacterCodingException)
            return new Refused(
                    where + ": this is not UTF-8. In a spreadsheet choose \"CSV UTF-8 (comma delimited)\" when saving");
        return new Refused(
                where
                        + ": a quotation mark is opened and not closed, or stands in the middle of a cell. Write it twice (\"\") inside a quoted cell");
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
