package lantern.oversight.papers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Block.Figure;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Document;
import lantern.platform.documents.Tree;
import lantern.platform.documents.Value;

/** Which board answers to which, drawn from what is recorded, with the same as a table. */
public final class Governance {
    private static final List<String> HEADINGS = List.of("Group or board", "Answers to", "Meets", "What it is for");

    private Governance() {}

    public static Document of(String committee, List<Row> bodies, LocalDate day) {
        var block = bodies.isEmpty() ? Paragraph.of("No group or board is recorded.") : figure(bodies);
        return Document.of("Who answers to whom: " + committee, day)
                .fact("Committee", committee)
                .fact("Date", Value.day(day).words())
                .with(Section.of("Groups and boards", List.of(block)));
    }

    public static Figure figure(List<Row> bodies) {
        var names = new HashMap<UUID, String>();
        bodies.forEach(each -> names.put(each.id(), each.of("title")));
        var tree = new Tree(
                HEADINGS,
                bodies.stream()
                        .map(each -> {
                            var under = each.id("body_id");
                            return new Tree.Node(
                                    each.of("title"),
                                    under == null ? null : names.get(under),
                                    List.of(each.of("meets"), each.of("purpose")));
                        })
                        .toList());
        var placed = tree.placed();
        var top = placed.stream().filter(each -> each.depth() == 0).count();
        var deepest = placed.stream().mapToInt(Tree.Placed::depth).max().orElse(0);
        var first = Objects.requireNonNull(placed.getFirst()).node().name();
        var message = top == 1
                ? "%d groups and boards on %d levels; all answer to %s in the end."
                        .formatted(placed.size(), deepest + 1, first)
                : "%d groups and boards on %d levels; %d of them answer to nobody here."
                        .formatted(placed.size(), deepest + 1, top);
        return new Figure("Who answers to whom", message, tree);
    }
}
