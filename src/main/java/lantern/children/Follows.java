package lantern.children;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a room follows a child when two records turn out to be one child, and goes back when they turn out to be two: implemented by each room as a
 * Spring component, called by children in one transaction. Every table that holds a child is in some room's list, or the build fails.
 */
public interface Follows {
    /** The tables of this room that hold a child; one whose rows hang on another's comes after it. */
    List<Held> held();

    /** What the two records say that cannot both stand without a decision (two absences at one time). */
    default List<Clash> clashes(UUID standing, UUID merged) {
        return List.of();
    }

    /** Before the rows move. {@code decisions}: the answers to the clashes, by their key. */
    default void merging(UUID standing, UUID merged, Map<String, String> decisions, String reason) {}

    /** After the rows have moved. */
    default void merged(UUID standing, UUID merged, Map<String, String> decisions, String reason) {}

    /**
     * Of this room's rows added after the merge, by table, those that go back without a question, because all that they rest on goes.
     *
     * @param given what a person gives to the other child
     */
    default Map<String, Set<UUID>> goesWith(UUID merge, Collection<UUID> given) {
        return Map.of();
    }

    /** After the rows have moved back. {@code merge}: what {@code children.came} is asked with. */
    default void unmerged(UUID merge, UUID standing, UUID merged, String because) {}

    /** Something to decide before the merge: asked with these answers (value to words), the first of which holds nothing back. */
    record Clash(String key, String question, String explained, Map<String, String> answers) {}

    /**
     * A table that holds a child.
     *
     * @param called what one of its rows is called on a page, when a row added after the merge can belong to either child and a person is asked; null: it
     *     hangs on another, or stays
     * @param describing a query of id and words for :ids
     * @param hangsBy the column with the id of what a row hangs on
     * @param alike columns by which two rows say the same, so that only one is kept
     * @param whole the merge changes more in it than the child
     */
    record Held(
            String table,
            @Nullable String called,
            String describing,
            @Nullable String hangsBy,
            List<String> hangsOn,
            List<String> alike,
            boolean whole) {
        public static Held of(String table) {
            return new Held(table, null, "", null, List.of(), List.of(), false);
        }

        public Held asked(String called, String describing) {
            return new Held(table, called, describing, hangsBy, hangsOn, alike, whole);
        }

        public Held hangsOn(String column, String... tables) {
            return new Held(table, called, describing, column, List.of(tables), alike, whole);
        }

        public Held alike(String... columns) {
            return new Held(table, called, describing, hangsBy, hangsOn, List.of(columns), whole);
        }

        public Held changed() {
            return new Held(table, called, describing, hangsBy, hangsOn, alike, true);
        }
    }

    /** The tables of all rooms, by name. */
    static Set<String> tables(List<Follows> rooms) {
        return rooms.stream()
                .flatMap(room -> room.held().stream())
                .map(Held::table)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
