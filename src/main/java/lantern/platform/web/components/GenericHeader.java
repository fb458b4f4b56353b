package lantern.platform.web.components;

import gg.jte.Content;

/** The bar with the product's name; for a service that is not on GOV.UK, so without the crown. */
public record GenericHeader(Content logo, String href, String containerClasses, Style style)
        implements Component, Styled<GenericHeader> {
    public static GenericHeader of(String product, String href) {
        return of(Text.of(product), href);
    }

    public static GenericHeader of(Content logo, String href) {
        return new GenericHeader(logo, href, "govuk-width-container", Style.PLAIN);
    }

    public GenericHeader container(String classes) {
        return new GenericHeader(logo, href, classes, style);
    }

    @Override
    public GenericHeader style(Style style) {
        return new GenericHeader(logo, href, containerClasses, style);
    }
}
