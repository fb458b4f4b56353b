package lantern.children.linkage.value;

import java.util.List;
import lantern.children.linkage.field.Column;
import lantern.children.linkage.field.Comparison;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.field.Seen;

/** Given and family name together, for either may stand in the other's place; the order that explains more is taken. */
public final class Names implements Comparison {
    private static final int[] GIVEN_POINTS = {0, 8, 6, 6, 4, 1, -2};
    private static final int[] FAMILY_POINTS = {0, 8, 5, 6, 4, -2};
    private static final int TURNED_AT_LEAST = 4;

    private final Column<Name> given;
    private final Column<Name> family;
    private final Seen givens;
    private final Seen families;
    private final int[] familyOfGiven;
    private final Seen acrossAsGiven;
    private final Seen acrossAsFamily;

    public Names(Column<Name> given, Column<Name> family) {
        this.given = given;
        this.family = family;
        this.givens = new Seen((a, b) -> Name.given(given.value(a), given.value(b)));
        this.families = new Seen((a, b) -> Name.family(family.value(a), family.value(b)));
        var offset = given.different();
        this.acrossAsGiven = new Seen((a, b) -> Name.given(given.value(a), family.value(b - offset)));
        this.acrossAsFamily = new Seen((a, b) -> Name.family(given.value(a), family.value(b - offset)));
        this.familyOfGiven = sameText(given, family);
    }

    @Override
    public List<Field> fields() {
        return List.of(Name.GIVEN, Name.FAMILY, Name.ORDER);
    }

    @Override
    public long levels(int a, int b) {
        var givenA = given.id(a);
        var givenB = given.id(b);
        var familyA = family.id(a);
        var familyB = family.id(b);
        var straightGiven = level(givens, givenA, givenB);
        var straightFamily = level(families, familyA, familyB);
        if (straightGiven != Field.SAME && straightFamily != Field.SAME) {
            // A's given name is B's family name; the pair that stands in A's given column is read as the given name of
            // neither.
            var oneGiven = across(acrossAsGiven, givenA, familyB);
            var twoGiven = across(acrossAsGiven, givenB, familyA);
            var oneFamily = across(acrossAsFamily, givenA, familyB);
            var twoFamily = across(acrossAsFamily, givenB, familyA);
            var first = points(oneGiven, twoFamily);
            var second = points(twoGiven, oneFamily);
            var turned = Math.max(first, second);
            if (turned >= TURNED_AT_LEAST && turned > points(straightGiven, straightFamily)) {
                return first >= second ? packed(oneGiven, twoFamily, 2) : packed(twoGiven, oneFamily, 2);
            }
        }
        var known = straightGiven != Field.MISSING || straightFamily != Field.MISSING;
        return packed(straightGiven, straightFamily, known ? 1 : Field.MISSING);
    }

    @Override
    public double share(int place, int a, int b) {
        if (place > 1) return 1;
        var column = place == 0 ? given : family;
        if (column.id(a) != Column.NONE && column.id(a) == column.id(b)) return column.share(column.id(a));
        return Math.max(shareAcross(a, b), shareAcross(b, a));
    }

    private double shareAcross(int a, int b) {
        var id = given.id(a);
        if (id == Column.NONE || family.id(b) == Column.NONE || familyOfGiven[id] != family.id(b)) return 0;
        return Math.max(given.share(id), family.share(family.id(b)));
    }

    private static int points(int givenLevel, int familyLevel) {
        return GIVEN_POINTS[givenLevel] + FAMILY_POINTS[familyLevel];
    }

    private static long packed(int givenLevel, int familyLevel, int order) {
        return Field.at(0, givenLevel) | Field.at(1, familyLevel) | Field.at(2, order);
    }

    private static int level(Seen seen, int left, int right) {
        if (left == Column.NONE || right == Column.NONE) return Field.MISSING;
        return left == right ? Field.SAME : seen.level(left, right);
    }

    private int across(Seen seen, int givenId, int familyId) {
        if (givenId == Column.NONE || familyId == Column.NONE) return Field.MISSING;
        return seen.level(givenId, familyId + given.different());
    }

    private static int[] sameText(Column<Name> given, Column<Name> family) {
        var byKey = new java.util.HashMap<String, Integer>();
        for (var id = 0; id < family.different(); id++)
            byKey.put(family.value(id).key(), id);
        var same = new int[given.different()];
        for (var id = 0; id < same.length; id++)
            same[id] = byKey.getOrDefault(given.value(id).key(), Column.NONE);
        return same;
    }
}
