package lantern.children.linkage.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.run.Linkage.Linked;
import tools.jackson.databind.json.JsonMapper;

/** What ./lantern matching evaluate prints. */
record Report(int records, Linked linked, Figures figures, double seconds) {

    String text() {
        var text = new StringBuilder();
        line(text, "Records          %,d", records);
        line(text, "Pairs compared   %,d", linked.compared());
        line(text, "True pairs       %,d", figures.truePairs());
        at(text, "At probability", figures.at());
        at(text, "Best", figures.best());
        line(text, "%nCalibration      pairs  predicted  observed");
        for (var bin : figures.calibration())
            line(
                    text,
                    "%.1f - %.1f  %,12d      %.3f     %.3f",
                    bin.from(),
                    bin.to(),
                    bin.pairs(),
                    bin.predicted(),
                    bin.observed());
        line(text, "Mean distance above 0.1: %.3f", figures.calibrationError());
        line(
                text,
                "%nLearnt from the file: one pair in %,.0f is of one person",
                1 / linked.model().prior());
        fields().forEach((field, levels) -> {
            line(text, "%s", field);
            levels.forEach(level -> line(
                    text, "  %-38s m %.4f  u %.6f  weight %+.1f", level.level(), level.m(), level.u(), level.weight()));
        });
        line(text, "Time %.1f s", seconds);
        return text.toString();
    }

    String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("records", records);
        all.put("pairsCompared", linked.compared());
        all.put("truePairs", figures.truePairs());
        all.put("threshold", figures.at().threshold());
        all.put("precision", figures.at().precision());
        all.put("recall", figures.at().recall());
        all.put("f1", figures.at().f1());
        all.put("best", figures.best());
        all.put("calibration", figures.calibration());
        all.put("calibrationError", figures.calibrationError());
        all.put("prior", linked.model().prior());
        all.put("fields", fields());
        all.put("seconds", seconds);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private record Weighed(String level, double m, double u, double weight) {}

    private Map<String, List<Weighed>> fields() {
        var model = linked.model();
        var all = new LinkedHashMap<String, List<Weighed>>();
        for (var f = 0; f < model.fields().size(); f++) {
            var place = f;
            var field = model.fields().get(f);
            all.put(
                    field.code(),
                    IntStream.rangeClosed(Field.SAME, field.differs())
                            .mapToObj(level -> {
                                var m = model.m(place, level);
                                var u = model.u(place, level);
                                return new Weighed(field.levels().get(level - 1), m, u, Math.log(m / u) / Math.log(2));
                            })
                            .toList());
        }
        return all;
    }

    private static void at(StringBuilder text, String title, Figures.At at) {
        line(
                text,
                "%s %.4f: precision %.4f, recall %.4f, F1 %.4f (%,d pairs found, %,d right)",
                title,
                at.threshold(),
                at.precision(),
                at.recall(),
                at.f1(),
                at.found(),
                at.right());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
