package lantern.children;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another room knows by a reference of its own or of an agency, such as that of the police: implemented there, asked by the search. */
public interface References {
    /** At most a few, by index, under the reader's policies; nothing that the reader may not see. */
    List<Referred> find(String reference);

    /**
     * @param words what the reference is of: "Missing episode, police reference MD/2026/0012"
     * @param link to it; null for a reader who may not open it
     */
    record Referred(UUID child, String words, @Nullable String link) {}
}
