package lantern.platform.web.components;

import org.jspecify.annotations.Nullable;

/** A link in running text or a table cell. Hidden words tell links of one name apart, as in "Change (date of birth)". */
public record Link(String href, String words, @Nullable String hidden, Style style) implements Component, Styled<Link> {
    public static Link to(String href, String words) {
        return new Link(href, words, null, Style.PLAIN);
    }

    public Link hidden(String words) {
        return new Link(href, this.words, words, style);
    }

    @Override
    public Link style(Style style) {
        return new Link(href, words, hidden, style);
    }
}
