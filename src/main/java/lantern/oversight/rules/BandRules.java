package lantern.oversight.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lantern.oversight.checks.Band;
import lantern.oversight.checks.Bands;
import lantern.oversight.checks.Finding;
import lantern.oversight.paper.Paper;
import org.jspecify.annotations.Nullable;

/** C1 and C2: bands of outcome measures in a table (a measure a row, or a band a row) or in a line such as "Unmet >6, Met 5-3". */
final class BandRules {
    private static final List<String> NAMES = List.of("unmet", "met", "exceeded", "significantly exceeded");
    private static final Pattern INLINE = Pattern.compile(
            "\\b(unmet|not met|met|exceeded|significantly(?: exceeded)?)\\b\\s*(?:is|are|=|:|–|—|at|when|if|\\()?\\s*((?:[<>=≤≥]+\\s*)?\\d[^,;|)]*?)(?=\\s*(?:[,;|)]|\\.\\s|\\.?$|and (?:significantly|exceeded|met)))",
            Pattern.CASE_INSENSITIVE);

    private BandRules() {}

    static List<Finding> check(Paper paper) {
        var findings = new ArrayList<Finding>();
        for (var grid : paper.grids()) {
            columns(grid, findings);
            rows(grid, findings);
        }
        for (var sentence : paper.sentences()) {
            if (!(paper.parts().get(sentence.part()) instanceof Paper.Grid)) inline(sentence.words(), findings);
        }
        return findings;
    }

    private static @Nullable String name(String cell) {
        var name =
                cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip().replaceAll("\\s+", " ");
        if (name.equals("not met")) return "unmet";
        if (name.equals("significantly")) return "significantly exceeded";
        return NAMES.contains(name) ? name : null;
    }

    private static void columns(Paper.Grid grid, List<Finding> findings) {
        List<@Nullable String> heads = List.of();
        for (var row : grid.rows()) {
            var names = new ArrayList<@Nullable String>();
            for (var cell : row) names.add(name(cell));
            if (names.stream().filter(java.util.Objects::nonNull).count() >= 3) {
                heads = names;
                continue;
            }
            if (heads.isEmpty()) continue;
            var bands = new ArrayList<Bands.Named>();
            for (int i = 0; i < row.size() && i < heads.size(); i++) {
                var band = heads.get(i) == null ? null : Band.read(row.get(i));
                if (band != null) bands.add(new Bands.Named(java.util.Objects.requireNonNull(heads.get(i)), band));
            }
            check(row.getFirst(), bands, findings);
        }
    }

    private static void rows(Paper.Grid grid, List<Finding> findings) {
        var bands = new ArrayList<Bands.Named>();
        for (var row : grid.rows()) {
            if (row.size() < 2) continue;
            var name = name(row.getFirst());
            var band = name == null ? null : Band.read(row.get(1));
            if (name != null && band != null) bands.add(new Bands.Named(name, band));
        }
        check("Measure", bands, findings);
    }

    private static void inline(String words, List<Finding> findings) {
        var bands = new ArrayList<Bands.Named>();
        var match = INLINE.matcher(words);
        var first = -1;
        while (match.find()) {
            var name = name(match.group(1));
            var band = Band.read(match.group(2).strip().replaceFirst("\\.$", ""));
            if (name == null
                    || band == null
                    || bands.stream().anyMatch(each -> each.name().equals(name))) continue;
            if (first < 0) first = match.start();
            bands.add(new Bands.Named(name, band));
        }
        check(words.substring(0, Math.max(0, first)).strip().replaceFirst("[:–-]\\s*$", ""), bands, findings);
    }

    private static void check(String measure, List<Bands.Named> bands, List<Finding> findings) {
        if (bands.size() < 3) return;
        var sorted = bands.stream()
                .sorted(java.util.Comparator.comparingInt(each -> NAMES.indexOf(each.name())))
                .toList();
        var share = (measure + " "
                        + String.join(
                                " ",
                                bands.stream().map(each -> each.band().raw()).toList()))
                .matches("(?is).*(%|per cent|percentage|proportion|share of).*");
        var fractions = bands.stream().anyMatch(each -> fraction(each.band()));
        findings.addAll(new Bands(measure, share || fractions, sorted).findings());
    }

    private static boolean fraction(Band band) {
        return (band.low() != null && band.low().stripTrailingZeros().scale() > 0)
                || (band.high() != null && band.high().stripTrailingZeros().scale() > 0);
    }
}
