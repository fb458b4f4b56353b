package lantern.meetings.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the minutes about one child.
 *
 * @param section of the record, which says who may read it whatever the chair chooses
 * @param ofAll of the meeting as a whole: only for who may read of every child it is about
 * @param kept goes to children's services only, unless the chair chose otherwise
 * @param withheld why this recipient does not get it; null when they do
 */
record Composed(
        String code,
        String heading,
        String section,
        boolean ofAll,
        boolean kept,
        List<Line> lines,
        @Nullable String withheld) {

    record Line(String label, String text) {}

    Composed without(String because) {
        return new Composed(code, heading, section, ofAll, kept, lines, because);
    }
}
