package lantern.missing.log;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lantern.calendar.London;
import lantern.missing.episode.Told;
import lantern.missing.record.EpisodeView.LogEntry;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** Who was told that the child is missing, and whether the same people know that the child is back: the reverse list makes itself. */
public record InformedList(List<Row> rows) {
    /** The first time each was told, and the first time each was told of the return. */
    public record Row(
            Told who, @Nullable LogEntry missing, @Nullable LogEntry back) {}

    public static InformedList of(List<LogEntry> newestFirst) {
        var rows = new ArrayList<Row>();
        for (var who : Told.values()) {
            var missing = first(newestFirst, "informed", who);
            var back = first(newestFirst, "informed-of-return", who);
            if (missing != null || back != null) rows.add(new Row(who, missing, back));
        }
        return new InformedList(rows);
    }

    private static @Nullable LogEntry first(List<LogEntry> newestFirst, String kind, Told who) {
        LogEntry found = null;
        for (var entry : newestFirst) if (entry.kind().equals(kind) && who.code.equals(entry.about())) found = entry;
        return found;
    }

    /**
     * @param found whether the child is found, so that there is a return to tell of
     * @param record where it is recorded that somebody was told of the return; null when not by this reader
     */
    public Table table(Instant now, boolean found, @Nullable String record) {
        var table = Table.of("Who was told").captionHidden().stacks();
        if (!found)
            return table.head("Who", "Told that the child is missing")
                    .rows(
                            rows,
                            row -> List.of(
                                    Text.of(Words.of(row.who.words)), told(row.missing, now, Text.of("Not recorded"))));
        return table.head("Who", "Told that the child is missing", "Told that the child is back")
                .rows(
                        rows,
                        row -> List.of(
                                Text.of(Words.of(row.who.words)),
                                told(row.missing, now, Text.of("Not recorded")),
                                told(
                                        row.back,
                                        now,
                                        record == null
                                                ? Tag.of("Not yet").grey()
                                                : Link.to(
                                                        record + "&who=" + row.who.code,
                                                        "Record that they were told"))));
    }

    private static Content told(@Nullable LogEntry entry, Instant now, Content otherwise) {
        if (entry == null) return otherwise;
        return new Lines(
                Text.of(London.when(entry.happenedAt(), now)),
                "by " + Objects.requireNonNullElse(entry.by(), "somebody not known"));
    }
}
