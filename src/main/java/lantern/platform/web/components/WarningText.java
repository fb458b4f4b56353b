package lantern.platform.web.components;

import gg.jte.Content;

/** Something serious that a reader must not miss. */
public record WarningText(Content content, String readFirst, Style style) implements Component, Styled<WarningText> {
    public static WarningText of(String words) {
        return of(Text.of(words));
    }

    public static WarningText of(Content content) {
        return new WarningText(content, "Warning", Style.PLAIN);
    }

    /** The word a screen reader says in place of the sign. */
    public WarningText readFirst(String word) {
        return new WarningText(content, word, style);
    }

    @Override
    public WarningText style(Style style) {
        return new WarningText(content, readFirst, style);
    }
}
