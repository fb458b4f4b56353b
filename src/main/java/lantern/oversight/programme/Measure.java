package lantern.oversight.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lantern.oversight.checks.Band;
import lantern.oversight.checks.Bands;
import lantern.oversight.checks.Finding;
import lantern.oversight.programme.Programme.Row;
import org.jspecify.annotations.Nullable;

/** An outcome measure with its bands and its values, one for each day: of a day that was entered twice the later entry holds. */
public record Measure(Row row, List<Value> values) {
    public record Value(LocalDate on, BigDecimal value, String evidence) {}

    public static Measure of(Row row, List<Row> entered) {
        var values = new ArrayList<Value>();
        for (var each : entered) {
            var on = LocalDate.parse(each.of("on_day"));
            values.removeIf(it -> it.on.equals(on));
            values.add(new Value(on, new BigDecimal(each.of("value")), each.of("evidence")));
        }
        return new Measure(row, List.copyOf(values));
    }

    public boolean share() {
        return row.of("unit").equals("share");
    }

    /** Null when words that should be a band are none. */
    public @Nullable Bands bands() {
        var named = new ArrayList<Bands.Named>();
        for (var column : List.of("unmet", "met", "exceeded", "far_exceeded")) {
            var band = Band.read(row.of(column));
            if (band == null) return null;
            named.add(new Bands.Named(name(column), band));
        }
        return new Bands(row.of("title"), share(), named);
    }

    private static String name(String column) {
        return switch (column) {
            case "unmet" -> "Unmet";
            case "met" -> "Met";
            case "exceeded" -> "Exceeded";
            default -> "Significantly exceeded";
        };
    }

    public List<Finding> findings() {
        var bands = bands();
        if (bands != null) return bands.findings();
        return List.of(new Finding(
                share() ? "C2" : "C1",
                "A band cannot be read: write it like \"under 90%\", \"90% to under 95%\" or \"2 to 3\"",
                row.of("unmet") + ", " + row.of("met") + ", " + row.of("exceeded") + ", " + row.of("far_exceeded")));
    }

    public @Nullable Value latest() {
        return values.isEmpty() ? null : values.getLast();
    }

    /** The band that holds the value, in words; that it is in none or several is said, never guessed. */
    public String band(BigDecimal value) {
        var bands = bands();
        var named = bands == null ? null : bands.of(value);
        return named == null ? "In no one band" : named.name();
    }

    public String distance(BigDecimal value) {
        var bands = bands();
        if (bands == null || bands.of(value) == null) return "";
        var distance = bands.distanceToNext(value);
        return distance == null ? "In the best band" : words(distance) + " from the next band";
    }

    public String words(BigDecimal value) {
        var plain = value.stripTrailingZeros().toPlainString();
        return share() ? plain + "%" : plain;
    }
}
