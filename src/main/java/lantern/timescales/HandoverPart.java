package lantern.timescales;

import java.time.Instant;
import java.util.List;
import lantern.access.Actor;
import org.jspecify.annotations.Nullable;

/** A part of the handover sheet that another room keeps: children missing now, notifications that wait. Implemented as a Spring component. */
public interface HandoverPart {
    String title();

    /** The order on the sheet. */
    int order();

    /** What is open, under the reader's policies; one query. The room writes its own entry of the ledger for the children it names. */
    List<Item> items(Actor reader, Instant now);

    /** One line of the sheet. */
    record Item(
            String what, String path, String now, @Nullable String note) {}
}
