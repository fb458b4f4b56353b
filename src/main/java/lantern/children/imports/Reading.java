package lantern.children.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.imports.file.Column;
import lantern.children.imports.file.Line;
import lantern.children.imports.file.Lines;
import lantern.children.imports.file.Problem;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Outcome;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.SourceKeys;
import lantern.children.imports.source.Steps;
import lantern.children.imports.source.Taken;
import lantern.platform.Refused;

/** Reads one file of a documented kind from its first row to its last, a batch at a time. */
final class Reading {
    private static final int BATCH = 1000;
    private static final String REFERENCE = "reference";

    private final SourceKeys keys;
    private final Sheet sheet;
    private final Import importing;
    private final Steps steps;
    private final Set<String> seen = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int rows;
    private int taken;
    private int before;
    private int rejected;

    Reading(SourceKeys keys, Sheet sheet, Import importing, Steps steps) {
        this.keys = keys;
        this.sheet = sheet;
        this.importing = importing;
        this.steps = steps;
    }

    Outcome of(Path file) {
        try (var lines = Lines.open(file)) {
            refuseOtherColumns(lines, sheet.kind());
            var batch = new ArrayList<Line>(BATCH);
            while (lines.hasNext()) {
                batch.add(lines.next());
                if (batch.size() == BATCH || !lines.hasNext()) {
                    take(batch);
                    batch.clear();
                    steps.at(rows, taken);
                }
            }
            return new Outcome(lines.file(), rows, taken, before, rejected, problems);
        }
    }

    private static void refuseOtherColumns(Lines lines, Kind kind) {
        var known = kind.columns().stream().map(Column::name).toList();
        var missing = kind.columns().stream()
                .filter(column -> column.required() && !lines.header().contains(column.name()))
                .map(Column::name)
                .toList();
        if (!missing.isEmpty())
            throw new Refused(lines.file() + ": the first row does not name the column "
                    + String.join(", ", missing) + ". ./lantern import --template " + kind.code()
                    + " prints the first row as it should be");
        var other =
                lines.header().stream().filter(name -> !known.contains(name)).toList();
        if (!other.isEmpty())
            throw new Refused(lines.file() + ": nothing here reads the column " + String.join(", ", other)
                    + ". Remove it, or name it as one of " + String.join(", ", known));
    }

    private void take(List<Line> lines) {
        rows += lines.size();
        for (var line : lines) {
            line.require(sheet.kind().columns());
            var reference = line.text(REFERENCE);
            if (!reference.isEmpty() && !seen.add(reference))
                line.wrong(REFERENCE, "another row of this file has the same. Give each row its own");
        }
        var earlier = keys.before(
                sheet.kind().code(),
                lines.stream().map(line -> line.text(REFERENCE)).toList());
        var fresh = lines.stream().filter(line -> !same(line, earlier)).toList();
        var ofChild = sheet.kind() != Kind.CHILDREN;
        var children = ofChild ? keys.children(fresh, "child") : Map.<Line, UUID>of();
        var facts = sheet.take(fresh, children, importing);
        var references = new LinkedHashMap<Taken, String>();
        facts.forEach(each -> references.put(each, each.line().text(REFERENCE)));
        keys.remember(sheet.kind().code(), references, importing);
        keys.counted(taken, taken + facts.size());
        taken += facts.size();
        for (var line : lines) {
            if (line.sound()) continue;
            rejected++;
            problems.addAll(line.problems());
        }
    }

    private boolean same(Line line, Map<String, SourceKeys.Before> earlier) {
        var row = earlier.get(line.text(REFERENCE));
        if (row == null) return false;
        if (row.digest().equals(line.digest())) before++;
        else
            line.wrong(
                    REFERENCE,
                    "this row was imported before with other values, which may have been corrected since. Change the child's page, or give the row a new reference");
        return true;
    }
}
