package lantern.platform.documents.draw;

import lantern.platform.documents.Chart;
import lantern.platform.documents.Graphic;
import lantern.platform.documents.Tree;

/** A graphic laid out: how high it is, and how it is drawn. Every one is as wide. */
interface Laid {
    double WIDTH = 640;
    String INK = "#0b0c0c";

    static Laid out(Graphic graphic) {
        return switch (graphic) {
            case Chart chart -> new Drawing(chart);
            case Tree tree -> new Branches(tree);
        };
    }

    double height();

    void on(Canvas canvas);
}
