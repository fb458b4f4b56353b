package lantern.children.linkage.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lantern.children.linkage.file.Mapping;
import lantern.children.linkage.file.Records;
import lantern.children.linkage.file.Role;
import lantern.children.linkage.file.Table;
import lantern.children.linkage.run.Company;
import lantern.children.linkage.run.Linkage;
import org.jspecify.annotations.Nullable;

/** One measurement: what is compared, what is true, and the figures of both. */
record Evaluation(List<Table> tables, List<Mapping> mappings, Truth truth, List<String> notes) {

    static Evaluation prepare(List<Table> tables, @Nullable Path columns, String truth) {
        var notes = new ArrayList<String>();
        var id = Mapping.guess(tables.getFirst(), Set.of()).first(Role.ID);
        var answers = Truth.column(truth, tables, id);
        var mappings = new ArrayList<Mapping>();
        for (var table : tables) {
            var mapping = columns == null
                    ? Mapping.guess(table, Set.of(answers))
                    : Mapping.read(columns).without(answers);
            mapping.check(table);
            mappings.add(mapping);
            if (columns == null)
                notes.add("Columns of " + table.name() + ", guessed by their names:\n" + mapping.inWords());
        }
        var known = Truth.of(truth, answers, tables);
        notes.add("One person: " + known.words());
        return new Evaluation(tables, mappings, known, notes);
    }

    Report run(double threshold) {
        var started = System.nanoTime();
        var records = Records.of(tables, mappings);
        var first = tables.getFirst().rows().size();
        var linked = Linkage.of(records.rows(), first, records.comparisons(), records.keys());
        var scored = Company.consider(linked, records.rows(), first);
        var seconds = (System.nanoTime() - started) / 1e9;
        return new Report(records.rows(), linked, Figures.of(scored, truth, threshold), seconds);
    }
}
