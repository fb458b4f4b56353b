package lantern.platform.web.components;

import gg.jte.Content;

/** The way back, at the top of a page inside a journey. */
public record BackLink(String href, Content content, Style style) implements Component, Styled<BackLink> {
    public static BackLink to(String href) {
        return of(href, Text.of("Back"));
    }

    public static BackLink of(String href, Content content) {
        return new BackLink(href, content, Style.PLAIN);
    }

    @Override
    public BackLink style(Style style) {
        return new BackLink(href, content, style);
    }
}
