package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The foot of a page. {@link #own()} is Lantern's: no crown, no licence, no Crown copyright, which belong to GOV.UK;
 * {@link #govuk()} is the official one with all three.
 */
public record Footer(
        List<Section> navigation,
        @Nullable Meta meta,
        boolean crown,
        boolean licensed,
        @Nullable Content licence,
        boolean copyrighted,
        @Nullable Content copyright,
        String containerClasses,
        Style style)
        implements Component, Styled<Footer> {

    public static final String OPEN_GOVERNMENT_LICENCE =
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    public static final String CROWN_COPYRIGHT = "https://www.nationalarchives.gov.uk/information-management/"
            + "re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/";

    public record Section(String title, int columns, String width, List<Link> items) {}

    public record Link(String href, String text, Attributes attributes) {}

    /** Links and words that support the whole service. */
    public record Meta(
            String hiddenTitle, List<Link> items, @Nullable Content content) {}

    public static Footer own() {
        return new Footer(List.of(), null, false, false, null, false, null, "", Style.PLAIN);
    }

    public static Footer govuk() {
        return new Footer(List.of(), null, true, true, null, true, null, "", Style.PLAIN);
    }

    public Footer link(String href, String text) {
        var items = new ArrayList<>(meta == null ? List.of() : meta.items());
        items.add(new Link(href, text, Attributes.none()));
        return meta(new Meta("Support links", items, meta == null ? null : meta.content()));
    }

    public Footer saying(String words) {
        return meta(new Meta("Support links", meta == null ? List.of() : meta.items(), Text.of(words)));
    }

    public Footer meta(@Nullable Meta meta) {
        return new Footer(navigation, meta, crown, licensed, licence, copyrighted, copyright, containerClasses, style);
    }

    public Footer container(String classes) {
        return new Footer(navigation, meta, crown, licensed, licence, copyrighted, copyright, classes, style);
    }

    @Override
    public Footer style(Style style) {
        return new Footer(navigation, meta, crown, licensed, licence, copyrighted, copyright, containerClasses, style);
    }
}
