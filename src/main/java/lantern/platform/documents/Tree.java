package lantern.platform.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands under what, such as the boards of an authority. A thing that would stand under itself stands at the top. */
public record Tree(List<String> headings, List<Node> nodes) implements Graphic {
    /**
     * @param under the name of what it stands under, or null at the top
     * @param more a cell for every heading after the first two
     */
    public record Node(String name, @Nullable String under, List<String> more) {}

    /** A node and how deep it stands, in the order in which a tree is read. */
    public record Placed(Node node, int depth) {}

    public List<Placed> placed() {
        var placed = new ArrayList<Placed>();
        var done = new HashSet<Node>();
        var names = new HashSet<String>();
        nodes.forEach(each -> names.add(each.name));
        for (var node : nodes) if (node.under == null || !names.contains(node.under)) place(node, 0, placed, done);
        for (var node : nodes) place(node, 0, placed, done); // those that stand in a circle
        return placed;
    }

    private void place(Node node, int depth, List<Placed> placed, Set<Node> done) {
        if (!done.add(node)) return;
        placed.add(new Placed(node, depth));
        for (var other : new LinkedHashSet<>(nodes))
            if (node.name.equals(other.under)) place(other, depth + 1, placed, done);
    }

    @Override
    public Block.Table table(String caption) {
        var table = Block.Table.of(caption);
        for (var heading : headings) table = table.column(heading, 3);
        for (var each : placed()) {
            var row = new ArrayList<Value>();
            row.add(Value.of(each.node.name));
            row.add(Value.of(each.node.under == null ? "Nobody" : each.node.under));
            each.node.more.forEach(words -> row.add(Value.orNone(words)));
            table = table.row(row);
        }
        return table;
    }
}
