package lantern.oversight.open;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the public site: parts under headings, and where it belongs. */
public record OpenPage(
        String title, @Nullable String authority, String updated, boolean front, List<OpenSection> sections) {
    /** @param level of its heading: 2 or 3 */
    public record OpenSection(@Nullable String heading, int level, Content content) {}
}
