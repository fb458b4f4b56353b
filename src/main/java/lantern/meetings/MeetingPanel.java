package lantern.meetings;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another room shows inside a meeting and in its minutes, such as the level of risk that was agreed: implemented as a Spring component. It reads
 * under the policies of the transaction's reader, and writes nothing, the ledger neither. A copy of the minutes holds it for recipients who may read its
 * section.
 */
public interface MeetingPanel {
    int order();

    /** What is known about these, each child's own; what the reader may not see is left out. */
    List<Panel> of(UUID meeting, Collection<About> about);

    /**
     * @param section of the record, which says who may read it (a code of access.section)
     * @param path where it is decided or changed; null when nothing can be done
     */
    record Panel(
            UUID child,
            String heading,
            String section,
            List<Line> lines,
            @Nullable String path,
            @Nullable String pathWords) {}

    record Line(String label, String text) {}
}
