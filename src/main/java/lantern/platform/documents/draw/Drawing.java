package lantern.platform.documents.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import lantern.platform.documents.Chart;
import lantern.platform.documents.Value;
import lantern.platform.documents.draw.Canvas.At;
import lantern.platform.documents.draw.Canvas.Point;

/** Lays a chart out: horizontal words, a zero baseline, a number at every bar or point, colours of the Analysis Function. */
final class Drawing implements Laid {
    private static final String GRID = "#b1b4b6";
    private static final List<String> COLOURS = List.of("#12436D", "#28A197", "#801650", "#F46A25");
    private static final double BAR = 20;
    private static final double LABELS = 230;
    private static final double KEY = 24;

    private final Chart chart;

    Drawing(Chart chart) {
        this.chart = chart;
    }

    @Override
    public double height() {
        var key = chart.series().size() > 1 ? KEY : 0;
        return key
                + switch (chart.kind()) {
                    case BARS -> chart.labels().size() * (BAR * chart.series().size() + 14) + 10;
                    case LINE -> 260;
                };
    }

    @Override
    public void on(Canvas canvas) {
        var top = key(canvas);
        switch (chart.kind()) {
            case BARS -> bars(canvas, top);
            case LINE -> line(canvas, top);
        }
    }

    private double key(Canvas canvas) {
        if (chart.series().size() < 2) return 0;
        var x = 0.0;
        for (int i = 0; i < chart.series().size(); i++) {
            canvas.box(x, 4, 12, 12, COLOURS.get(i));
            var name = chart.series().get(i).name();
            canvas.words(x + 18, 15, name, At.START);
            x += 34 + name.length() * 7.5;
        }
        return KEY;
    }

    private double most() {
        return chart.series().stream()
                .flatMap(series -> series.numbers().stream())
                .filter(java.util.Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
    }

    private void bars(Canvas canvas, double top) {
        var most = Math.max(most(), 1e-9);
        var y = top + 5;
        for (int label = 0; label < chart.labels().size(); label++) {
            var height = BAR * chart.series().size();
            canvas.words(
                    LABELS - 8, y + height / 2 + 5, shortened(chart.labels().get(label)), At.END);
            for (int i = 0; i < chart.series().size(); i++) {
                var number = chart.series().get(i).numbers().get(label);
                var from = y + i * BAR;
                if (number == null) continue;
                var width = (WIDTH - LABELS - 60) * number.doubleValue() / most;
                canvas.box(LABELS, from + 1, Math.max(width, 0), BAR - 2, COLOURS.get(i));
                canvas.words(LABELS + width + 6, from + 15, Value.number(number).words(), At.START);
            }
            y += height + 14;
        }
        canvas.line(List.of(new Point(LABELS, top), new Point(LABELS, y - 5)), 1, INK);
    }

    private void line(Canvas canvas, double top) {
        var left = 50.0;
        var bottom = top + 220;
        var most = niceAbove(most());
        for (int step = 0; step <= 4; step++) {
            var y = bottom - 200.0 * step / 4;
            canvas.line(List.of(new Point(left, y), new Point(WIDTH - 10, y)), 1, step == 0 ? INK : GRID);
            var tick = BigDecimal.valueOf(most * step / 4)
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            canvas.words(left - 6, y + 5, Value.number(tick).words(), At.END);
        }
        var labels = chart.labels().size();
        var every = Math.max(1, (int) Math.ceil(labels / 6.0));
        for (int label = 0; label < labels; label += every)
            canvas.words(x(left, label), bottom + 20, chart.labels().get(label), labels == 1 ? At.MIDDLE : at(label));
        for (int i = 0; i < chart.series().size(); i++) {
            var points = new ArrayList<Point>();
            for (int label = 0; label < labels; label++) {
                var number = chart.series().get(i).numbers().get(label);
                if (number == null) continue;
                var point = new Point(x(left, label), bottom - 200 * number.doubleValue() / most);
                points.add(point);
                canvas.box(point.x() - 4, point.y() - 4, 8, 8, COLOURS.get(i));
                canvas.words(point.x(), point.y() - 9, Value.number(number).words(), label == 0 ? At.START : At.MIDDLE);
            }
            if (points.size() > 1) canvas.line(points, 3, COLOURS.get(i));
        }
    }

    private At at(int label) {
        return label == 0 ? At.START : label == chart.labels().size() - 1 ? At.END : At.MIDDLE;
    }

    private double x(double left, int label) {
        var labels = chart.labels().size();
        return labels == 1 ? (left + WIDTH) / 2 : left + 20 + (WIDTH - left - 50) * label / (labels - 1);
    }

    /** One, two or five times a power of ten, so that the scale's numbers are round. */
    private static double niceAbove(double most) {
        if (most <= 0) return 1;
        var power = Math.pow(10, Math.floor(Math.log10(most)));
        for (var factor : new double[] {1, 2, 5, 10}) if (most <= factor * power) return factor * power;
        return 10 * power;
    }

    private static String shortened(String label) {
        return label.length() <= 32 ? label : label.substring(0, 31).strip() + "…";
    }
}
