package lantern.oversight.pages;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import lantern.platform.web.components.Text;

/** Two texts word by word: what was taken out and what was put in, by the longest common run of words. */
final class Differences {
    /** Beyond this the comparison would cost more than it tells: the two texts stand above each other anyway. */
    private static final int MOST_WORDS = 3_000;

    private Differences() {}

    enum Kind {
        SAME,
        OUT,
        IN
    }

    record Run(Kind kind, String words) {}

    static Content between(String before, String now) {
        var runs = runs(before, now);
        return output -> {
            output.writeContent("<p class=\"govuk-body\">");
            for (var run : runs) {
                // del and ins are said by screen readers; colour alone would not be enough
                var tag = run.kind == Kind.OUT ? "del" : run.kind == Kind.IN ? "ins" : "span";
                output.writeContent("<" + tag + ">");
                Text.of(run.words).writeTo(output);
                output.writeContent("</" + tag + "> ");
            }
            output.writeContent("</p>");
        };
    }

    static List<Run> runs(String before, String now) {
        var old = before.strip().split("\\s+");
        var fresh = now.strip().split("\\s+");
        if (old.length > MOST_WORDS || fresh.length > MOST_WORDS)
            return List.of(new Run(Kind.OUT, before), new Run(Kind.IN, now));
        var common = new int[old.length + 1][fresh.length + 1];
        for (int i = old.length - 1; i >= 0; i--)
            for (int j = fresh.length - 1; j >= 0; j--)
                common[i][j] = old[i].equals(fresh[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        var runs = new ArrayList<Run>();
        int i = 0;
        int j = 0;
        while (i < old.length || j < fresh.length) {
            if (i < old.length && j < fresh.length && old[i].equals(fresh[j])) {
                add(runs, Kind.SAME, old[i++]);
                j++;
            } else if (i < old.length && (j == fresh.length || common[i + 1][j] >= common[i][j + 1]))
                add(runs, Kind.OUT, old[i++]);
            else add(runs, Kind.IN, fresh[j++]);
        }
        return runs;
    }

    private static void add(List<Run> runs, Kind kind, String word) {
        if (!runs.isEmpty() && runs.getLast().kind == kind)
            runs.set(runs.size() - 1, new Run(kind, runs.getLast().words + " " + word));
        else runs.add(new Run(kind, word));
    }
}
