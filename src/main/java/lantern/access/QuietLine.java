package lantern.access;

import java.util.List;

/**
 * What some people should know without being asked to do anything: a line on the first page, beside the lists of work. Implemented by the room that knows
 * it as a Spring component; asked on the first page only, in the reader's own transaction.
 */
public interface QuietLine {
    /** None for whoever it does not concern. */
    List<Line> lines(Actor actor);

    /** A sentence, and the words of a link that leads to who, what and when. */
    record Line(String words, String href, String link) {}
}
