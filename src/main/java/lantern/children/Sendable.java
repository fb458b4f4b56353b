package lantern.children;

import java.util.List;
import java.util.UUID;

/**
 * A document about a child that can be sent to somebody: implemented as a Spring component by the room whose facts it holds. It is read twice, once
 * as whoever prepares it and once as the recipient, under the row policies of each; what only the first reading gives is what the recipient may not
 * see. So it reads through the policies and writes nothing, the ledger neither.
 */
public interface Sendable {
    /** Kept with every copy ("record-summary"). */
    String code();

    /** "Summary of the record". */
    String title();

    /** What the document holds for the reader of this transaction, in its order; a part without lines is left out. */
    List<Part> parts(UUID child);

    /**
     * A part stays or goes as a whole.
     *
     * @param code tells it from the document's other parts
     * @param section a code of access.section, which says who may see it and whether it is of high risk
     * @param address says where somebody lives or can be found: withheld unless chosen, whatever the recipient may see
     */
    record Part(String code, String section, String heading, boolean address, List<Line> lines) {}

    record Line(String label, String text) {}
}
