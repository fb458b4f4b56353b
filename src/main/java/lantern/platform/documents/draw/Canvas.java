package lantern.platform.documents.draw;

import java.util.List;

/** What a chart is drawn on: an SVG for the page or a picture for files. Colours are "#rrggbb"; y grows downwards. */
interface Canvas {
    enum At {
        START,
        MIDDLE,
        END
    }

    record Point(double x, double y) {}

    void box(double x, double y, double width, double height, String colour);

    void line(List<Point> points, double width, String colour);

    /** @param y the line that letters stand on */
    void words(double x, double y, String words, At at);
}
