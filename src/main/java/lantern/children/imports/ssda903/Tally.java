package lantern.children.imports.ssda903;

import java.util.List;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Outcome;

/** Counts what became of the rows of one file of the return. */
final class Tally {
    private final String file;
    private final List<Line> lines;
    private int taken;
    private int before;

    Tally(String file, List<Line> lines) {
        this.file = file;
        this.lines = lines;
    }

    void taken(int rows) {
        taken += rows;
    }

    void before() {
        before++;
    }

    Outcome outcome() {
        var rejected = lines.stream().filter(line -> !line.sound()).toList();
        return new Outcome(
                file,
                lines.size(),
                taken,
                before,
                rejected.size(),
                rejected.stream().flatMap(line -> line.problems().stream()).toList());
    }
}
