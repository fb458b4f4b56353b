package lantern.platform.documents;

import java.util.ArrayList;
import java.util.List;
import lantern.platform.documents.Block.Column;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.draw.Fonts;

/**
 * How wide each column of a table is on paper, in thousandths of the line: as the paper asks for, yet no word is broken while there is room. Arial
 * and Liberation Sans have letters of the same widths.
 */
public final class Widths {
    private static final double LINE = 482;
    private static final double SIZE = 9;
    private static final double PADDING = 9;
    /** An address or a name that is one long word may be broken rather than take the whole line. */
    private static final double MOST = LINE * 0.4;

    private Widths() {}

    public static List<Integer> of(Table table) {
        var columns = table.columns();
        var least = new double[columns.size()];
        for (int i = 0; i < least.length; i++) {
            least[i] = longest(columns.get(i).heading(), Fonts.BOLD);
            for (var row : table.rows())
                least[i] = Math.max(least[i], longest(row.get(i).words(), Fonts.REGULAR));
            least[i] = Math.min(least[i] + PADDING, MOST);
        }
        return thousandths(columns, least);
    }

    private static List<Integer> thousandths(List<Column> columns, double[] least) {
        var shares = columns.stream().mapToInt(Column::share).sum();
        var asked = 0.0;
        var missing = 0.0;
        var more = new double[least.length];
        for (int i = 0; i < least.length; i++) {
            var wanted = LINE * columns.get(i).share() / shares;
            more[i] = Math.max(0, wanted - least[i]);
            asked += more[i];
            missing += least[i];
        }
        var left = Math.max(0, LINE - missing);
        var all = Math.max(LINE, missing);
        var widths = new ArrayList<Integer>();
        for (int i = 0; i < least.length; i++) {
            var share = asked > 0 ? more[i] / asked : (double) columns.get(i).share() / shares;
            widths.add((int) Math.floor(1000 * (least[i] + left * share) / all));
        }
        return widths;
    }

    private static double longest(String words, Fonts font) {
        var longest = 0.0;
        for (var word : words.split("[\\s/-]+")) longest = Math.max(longest, font.width(word, SIZE));
        return longest;
    }

    /** About how many lines the table takes. */
    public static int lines(Table table) {
        var widths = of(table);
        var lines = 1;
        for (var row : table.rows()) {
            var most = 1;
            for (int i = 0; i < row.size(); i++) {
                var room = Math.max(SIZE, LINE * widths.get(i) / 1000 - PADDING);
                var needed = 0;
                for (var part : row.get(i).words().split("\n", -1))
                    needed += 1 + (int) (Fonts.REGULAR.width(part, SIZE) / room);
                most = Math.max(most, needed);
            }
            lines += most;
        }
        return lines;
    }
}
