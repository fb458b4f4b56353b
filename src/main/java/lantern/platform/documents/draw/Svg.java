package lantern.platform.documents.draw;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lantern.platform.documents.Graphic;

/** A chart as SVG for a page. It carries no style of its own beyond colours, so the content policy lets it pass. */
public final class Svg implements Canvas {
    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /** @param message the alternative text */
    public static String of(Graphic graphic, String message) {
        var drawing = Laid.out(graphic);
        var svg = new Svg();
        drawing.on(svg);
        return "<svg class=\"lantern-chart\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\""
                + escaped(message)
                + "\" viewBox=\"0 0 %s %s\" font-size=\"14\">".formatted(n(Laid.WIDTH), n(drawing.height()))
                + svg.out
                + "</svg>";
    }

    @Override
    public void box(double x, double y, double width, double height, String colour) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(n(x), n(y), n(width), n(height), colour));
    }

    @Override
    public void line(List<Point> points, double width, String colour) {
        var path =
                points.stream().map(point -> n(point.x()) + "," + n(point.y())).collect(Collectors.joining(" "));
        out.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(path, colour, n(width)));
    }

    @Override
    public void words(double x, double y, String words, At at) {
        out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(n(x), n(y), at.name().toLowerCase(Locale.ROOT), escaped(words)));
    }

    private static String n(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
