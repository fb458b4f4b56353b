package lantern.children.facts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must also be true or also change when a fact of one kind is written; a Spring component for each kind that has such. */
public interface Following {
    /** The code of the kind: "name". */
    String kind();

    /** Before a fact is added or corrected; may refuse it. {@code fact} is null when it is new. */
    default void before(UUID child, @Nullable UUID fact, Map<String, @Nullable Object> row) {}

    /** After a fact was added or corrected; {@code row} is null when it was withdrawn. */
    default void after(UUID child, UUID fact, @Nullable Map<String, @Nullable Object> row, UUID by, Instant at) {}
}
