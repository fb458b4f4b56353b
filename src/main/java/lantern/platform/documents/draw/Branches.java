package lantern.platform.documents.draw;

import java.util.List;
import lantern.platform.documents.Tree;
import lantern.platform.documents.draw.Canvas.At;
import lantern.platform.documents.draw.Canvas.Point;

/** A tree as an outline: each box under the one it answers to and a step to the right, so that long names stay on one line. */
final class Branches implements Laid {
    private static final double ROW = 42;
    private static final double BOX = 30;
    private static final double STEP = 34;
    private static final int DEEPEST = 8;

    private final List<Tree.Placed> placed;

    Branches(Tree tree) {
        placed = tree.placed();
    }

    @Override
    public double height() {
        return placed.size() * ROW + 4;
    }

    @Override
    public void on(Canvas canvas) {
        for (int i = 0; i < placed.size(); i++) {
            var depth = depth(i);
            var x = depth * STEP + 2;
            var y = i * ROW + 4;
            if (depth > 0) branch(canvas, i, x, y);
            canvas.box(x, y, WIDTH - x - 4, BOX, "#f3f2f1");
            canvas.box(x, y, 6, BOX, "#12436D");
            canvas.words(x + 16, y + 20, shortened(placed.get(i).node().name(), depth), At.START);
        }
    }

    private int depth(int i) {
        return Math.min(placed.get(i).depth(), DEEPEST);
    }

    private void branch(Canvas canvas, int i, double x, double y) {
        var above = i - 1;
        while (above > 0 && depth(above) >= depth(i)) above--;
        var from = new Point(x - STEP / 2, above * ROW + 4 + BOX);
        var corner = new Point(x - STEP / 2, y + BOX / 2);
        canvas.line(List.of(from, corner, new Point(x, y + BOX / 2)), 2, INK);
    }

    private static String shortened(String name, int depth) {
        var most = 76 - depth * 4;
        return name.length() <= most ? name : name.substring(0, most - 1).strip() + "…";
    }
}
