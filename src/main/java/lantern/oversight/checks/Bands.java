package lantern.oversight.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bands of one outcome measure, from unmet to significantly exceeded. Sound bands hold every value once and run one way. A
 * count takes whole numbers from 0; a share takes every value from 0 to 100, so whole-number bands leave gaps in it.
 */
public record Bands(String measure, boolean continuous, List<Named> bands) {
    public record Named(String name, Band band) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Unmet is worse than met: whether a lower value is better, as the bands say; null when they say neither. */
    public @Nullable Boolean lowerIsBetter() {
        var middles = bands.stream().map(each -> middle(each.band)).toList();
        var falling = true;
        var rising = true;
        for (int i = 1; i < middles.size(); i++) {
            falling &= middles.get(i).compareTo(middles.get(i - 1)) < 0;
            rising &= middles.get(i).compareTo(middles.get(i - 1)) > 0;
        }
        return falling ? Boolean.TRUE : rising ? Boolean.FALSE : null;
    }

    private BigDecimal middle(Band band) {
        var most = most();
        var low = band.low() == null ? BigDecimal.ZERO : band.low();
        var high = band.high() == null ? continuous ? HUNDRED.max(low) : most.add(BigDecimal.ONE) : band.high();
        return low.add(high);
    }

    private BigDecimal most() {
        return bands.stream()
                .flatMap(each -> java.util.stream.Stream.of(each.band.low(), each.band.high()))
                .filter(java.util.Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
    }

    /** The band that holds the value, or null when none or several do. */
    public @Nullable Named of(BigDecimal value) {
        var holding = bands.stream().filter(each -> each.band.holds(value)).toList();
        return holding.size() == 1 ? holding.getFirst() : null;
    }

    /** How far the value is from the next better band's nearer end; null in the best band. */
    public @Nullable BigDecimal distanceToNext(BigDecimal value) {
        var now = of(value);
        var better = now == null ? -1 : bands.indexOf(now) + 1;
        if (better <= 0 || better >= bands.size()) return null;
        var next = bands.get(better).band;
        var end = Boolean.TRUE.equals(lowerIsBetter()) ? next.high() : next.low();
        return end == null ? null : end.subtract(value).abs();
    }

    public List<Finding> findings() {
        var code = continuous ? "C2" : "C1";
        var facts = measure + ": "
                + bands.stream().map(each -> each.name + " " + each.band.raw()).collect(Collectors.joining(", "));
        var findings = new ArrayList<Finding>();
        var twice = new TreeSet<BigDecimal>();
        var never = new TreeSet<BigDecimal>();
        for (var value : probes()) {
            var holding = bands.stream().filter(each -> each.band.holds(value)).count();
            if (holding > 1) twice.add(value);
            if (holding == 0) never.add(value);
        }
        if (!twice.isEmpty())
            findings.add(new Finding(code, "Bands overlap: " + list(twice) + " stands in more than one", facts));
        if (!never.isEmpty())
            findings.add(new Finding(code, "Bands leave a gap: " + list(never) + " stands in none", facts));
        if (lowerIsBetter() == null)
            findings.add(new Finding(code, "Bands do not run one way from unmet to significantly exceeded", facts));
        return findings;
    }

    /** Values at which bands can go wrong: whole numbers for a count; for a share every end, and points just beside and between ends. */
    private TreeSet<BigDecimal> probes() {
        var probes = new TreeSet<BigDecimal>();
        if (!continuous) {
            for (int value = 0; value <= Math.min(most().intValue() + 2, 10_000); value++)
                probes.add(BigDecimal.valueOf(value));
            return probes;
        }
        var ends = new TreeSet<BigDecimal>(List.of(BigDecimal.ZERO, HUNDRED));
        for (var each : bands) {
            if (each.band.low() != null) ends.add(each.band.low());
            if (each.band.high() != null) ends.add(each.band.high());
        }
        BigDecimal before = null;
        for (var end : ends) {
            probes.add(end);
            if (before != null) probes.add(before.add(end).divide(BigDecimal.TWO));
            before = end;
        }
        return probes;
    }

    private static String list(TreeSet<BigDecimal> values) {
        return values.stream()
                .limit(4)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }
}
