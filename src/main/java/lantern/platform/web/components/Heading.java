package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A heading whose level is only known where it is used. */
public record Heading(
        int level,
        String classes,
        Content content,
        @Nullable String id) implements Component {
    public static Heading of(int level, String classes, Content content) {
        return new Heading(level, classes, content, null);
    }

    public Heading id(String id) {
        return new Heading(level, classes, content, id);
    }
}
