package lantern.platform.web.components;

import org.jspecify.annotations.Nullable;

/** GOV.UK's own header, with the crown: only for a service on GOV.UK. */
public record Header(String href, @Nullable String product, String containerClasses, Style style)
        implements Component, Styled<Header> {
    public static Header of(String href, @Nullable String product) {
        return new Header(href, product, "govuk-width-container", Style.PLAIN);
    }

    public Header container(String classes) {
        return new Header(href, product, classes, style);
    }

    @Override
    public Header style(Style style) {
        return new Header(href, product, containerClasses, style);
    }
}
