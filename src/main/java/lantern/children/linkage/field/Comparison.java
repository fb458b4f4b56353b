package lantern.children.linkage.field;

import java.util.List;

/** Holds two records side by side in one field, or in a few that are judged together. The order of the two never matters. */
public interface Comparison {
    List<Field> fields();

    /** The level of each field, packed from the lowest place. */
    long levels(int a, int b);

    /** How common the value is that both have the same, as a share of records; 1 where that is not known. */
    double share(int field, int a, int b);
}
