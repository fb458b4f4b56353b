package lantern.platform.web.components;

import gg.jte.Content;

/** The first thing a keyboard reaches: past the navigation, to the page itself. */
public record SkipLink(String href, Content content, Style style) implements Component, Styled<SkipLink> {
    public static SkipLink of(String href, String words) {
        return of(href, Text.of(words));
    }

    public static SkipLink of(String href, Content content) {
        return new SkipLink(href, content, Style.PLAIN);
    }

    @Override
    public SkipLink style(Style style) {
        return new SkipLink(href, content, style);
    }
}
