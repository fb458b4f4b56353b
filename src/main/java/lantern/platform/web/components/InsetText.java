package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Words set apart from the text around them. */
public record InsetText(Content content, @Nullable String id, Style style) implements Component, Styled<InsetText> {
    public static InsetText of(String words) {
        return of(Text.of(words));
    }

    public static InsetText of(Content content) {
        return new InsetText(content, null, Style.PLAIN);
    }

    public InsetText id(@Nullable String id) {
        return new InsetText(content, id, style);
    }

    @Override
    public InsetText style(Style style) {
        return new InsetText(content, id, style);
    }
}
