package lantern.children.linkage.field;

import java.util.List;
import java.util.function.ToIntBiFunction;

/** A field that is judged on its own values alone. */
public final class OneColumn<V> implements Comparison {
    private final Field field;
    private final Column<V> column;
    private final Seen seen;

    public OneColumn(Field field, Column<V> column, ToIntBiFunction<V, V> level) {
        this.field = field;
        this.column = column;
        this.seen = new Seen((a, b) -> level.applyAsInt(column.value(a), column.value(b)));
    }

    @Override
    public List<Field> fields() {
        return List.of(field);
    }

    @Override
    public long levels(int a, int b) {
        var left = column.id(a);
        var right = column.id(b);
        if (left == Column.NONE || right == Column.NONE) return Field.MISSING;
        return left == right ? Field.SAME : seen.level(left, right);
    }

    @Override
    public double share(int place, int a, int b) {
        var id = column.id(a);
        return id != Column.NONE && id == column.id(b) ? column.share(id) : 1;
    }
}
