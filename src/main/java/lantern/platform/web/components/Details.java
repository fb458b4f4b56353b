package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Help or detail that few readers need, folded away. */
public record Details(
        Content summary,
        Content content,
        boolean open,
        @Nullable String id,
        Style style) implements Component, Styled<Details> {
    public static Details of(String summary, Content content) {
        return of(Text.of(summary), content);
    }

    public static Details of(Content summary, Content content) {
        return new Details(summary, content, false, null, Style.PLAIN);
    }

    public Details open(boolean open) {
        return new Details(summary, content, open, id, style);
    }

    public Details id(@Nullable String id) {
        return new Details(summary, content, open, id, style);
    }

    @Override
    public Details style(Style style) {
        return new Details(summary, content, open, id, style);
    }
}
