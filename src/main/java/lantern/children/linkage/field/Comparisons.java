package lantern.children.linkage.field;

import java.util.ArrayList;
import java.util.List;

/** All comparisons of a pair of records, side by side in one pattern: four bits a field, sixteen fields at most. */
public final class Comparisons {
    public static final int MOST_FIELDS = 16;

    private final List<Comparison> parts;
    private final List<Field> fields = new ArrayList<>();
    private final int[] partOf = new int[MOST_FIELDS];
    private final int[] placeIn = new int[MOST_FIELDS];

    public Comparisons(List<Comparison> parts) {
        this.parts = List.copyOf(parts);
        for (var part = 0; part < parts.size(); part++) {
            var own = parts.get(part).fields();
            for (var place = 0; place < own.size(); place++) {
                if (fields.size() == MOST_FIELDS)
                    throw new IllegalArgumentException("No more than " + MOST_FIELDS + " fields can be compared");
                partOf[fields.size()] = part;
                placeIn[fields.size()] = place;
                fields.add(own.get(place));
            }
        }
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    public long pattern(int a, int b) {
        var pattern = 0L;
        var place = 0;
        for (var part : parts) {
            pattern |= part.levels(a, b) << (4 * place);
            place += part.fields().size();
        }
        return pattern;
    }

    public double share(int field, int a, int b) {
        return parts.get(partOf[field]).share(placeIn[field], a, b);
    }
}
