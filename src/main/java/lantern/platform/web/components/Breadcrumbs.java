package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where this page is. The last has no link: it is the page itself. */
public record Breadcrumbs(List<Crumb> items, boolean collapses, String label, Style style)
        implements Component, Styled<Breadcrumbs> {
    public record Crumb(@Nullable String href, Content content, Attributes attributes) {}

    public static Breadcrumbs of() {
        return new Breadcrumbs(List.of(), true, "Breadcrumb", Style.PLAIN);
    }

    public Breadcrumbs item(@Nullable String href, String words) {
        var more = new ArrayList<>(items);
        more.add(new Crumb(href, Text.of(words), Attributes.none()));
        return new Breadcrumbs(more, collapses, label, style);
    }

    @Override
    public Breadcrumbs style(Style style) {
        return new Breadcrumbs(items, collapses, label, style);
    }

    public String ownClass() {
        var own = style.on("govuk-breadcrumbs");
        return collapses ? own + " govuk-breadcrumbs--collapse-on-mobile" : own;
    }
}
