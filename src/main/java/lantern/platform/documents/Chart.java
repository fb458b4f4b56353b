package lantern.platform.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures to be drawn: for each label one number of each series. At most four series, so that their colours can be told apart. */
public record Chart(Kind kind, String labelled, List<String> labels, List<Series> series) implements Graphic {
    public enum Kind {
        BARS,
        LINE
    }

    /** One number for each label; null where none was recorded. */
    public record Series(String name, List<@Nullable BigDecimal> numbers) {}

    public Chart {
        if (series.isEmpty() || series.size() > 4) throw new IllegalArgumentException("A chart has one to four series");
        for (var each : series)
            if (each.numbers().size() != labels.size())
                throw new IllegalArgumentException("A chart has a number for every label");
    }

    public static Chart bars(String labelled, String measured, List<String> labels, List<Long> counts) {
        var numbers = new ArrayList<@Nullable BigDecimal>();
        for (var count : counts) numbers.add(BigDecimal.valueOf(count));
        return new Chart(Kind.BARS, labelled, labels, List.of(new Series(measured, numbers)));
    }

    /** The same figures as a table: what a reader of a screen reader, a spreadsheet or a black and white print has. */
    @Override
    public Block.Table table(String caption) {
        var table = Block.Table.of(caption).column(labelled);
        for (var each : series) table = table.number(each.name());
        for (int i = 0; i < labels.size(); i++) {
            var row = new ArrayList<Value>();
            row.add(Value.of(labels.get(i)));
            for (var each : series) {
                var number = each.numbers().get(i);
                row.add(number == null ? Value.of("Not recorded") : Value.number(number));
            }
            table = table.row(row);
        }
        return table;
    }
}
