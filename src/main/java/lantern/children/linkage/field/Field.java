package lantern.children.linkage.field;

import java.util.List;

/**
 * One thing that is compared. Its levels go from the same to different; level 0, before them, is missing and says nothing.
 * Fields of one group say partly the same (a postcode and its town) and are not counted twice.
 */
public record Field(String code, String group, List<String> levels) {
    /** Four bits a level. */
    public static final int MOST_LEVELS = 15;

    public static final int MISSING = 0;
    public static final int SAME = 1;

    public Field {
        if (levels.size() > MOST_LEVELS) throw new IllegalArgumentException(code + " has too many levels");
    }

    /** Whether people of one household usually have it in common, or some of them do, so that it says less of who is who among them. */
    public boolean ofHousehold() {
        return group.equals("family")
                || mayBeTwins()
                || group.equals("place")
                || group.equals("phone")
                || group.startsWith("other");
    }

    /** The day of birth: another's in a household, but for twins. */
    public boolean mayBeTwins() {
        return group.equals("born");
    }

    public int differs() {
        return levels.size();
    }

    /** The level of the field at a place of a packed pattern. */
    public static int level(long pattern, int place) {
        return (int) (pattern >>> (4 * place)) & 15;
    }

    public static long at(int place, int level) {
        return (long) level << (4 * place);
    }
}
