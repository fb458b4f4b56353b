package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** What is wrong with one answer. */
public record ErrorMessage(Content content, @Nullable String id, String readFirst, Style style)
        implements Component, Styled<ErrorMessage> {

    public static ErrorMessage of(String words) {
        return of(Text.of(words));
    }

    public static ErrorMessage of(Content content) {
        return new ErrorMessage(content, null, "Error", Style.PLAIN);
    }

    public ErrorMessage id(@Nullable String id) {
        return new ErrorMessage(content, id, readFirst, style);
    }

    /** The word a screen reader says before the message; empty for none. */
    public ErrorMessage readFirst(String word) {
        return new ErrorMessage(content, id, word, style);
    }

    @Override
    public ErrorMessage style(Style style) {
        return new ErrorMessage(content, id, readFirst, style);
    }
}
