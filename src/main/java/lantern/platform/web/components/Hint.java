package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A hint under a question. */
public record Hint(Content content, @Nullable String id, Style style) implements Component, Styled<Hint> {
    public static Hint of(String words) {
        return of(Text.of(words));
    }

    public static Hint of(Content content) {
        return new Hint(content, null, Style.PLAIN);
    }

    public Hint id(@Nullable String id) {
        return new Hint(content, id, style);
    }

    @Override
    public Hint style(Style style) {
        return new Hint(content, id, style);
    }
}
