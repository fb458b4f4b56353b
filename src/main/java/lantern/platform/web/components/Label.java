package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** The label of one field; it may be the heading of a page that asks one thing. */
public record Label(@Nullable Content content, @Nullable String forId, boolean pageHeading, Style style)
        implements Component, Styled<Label> {

    public static Label of(String words) {
        return of(Text.of(words));
    }

    public static Label of(Content content) {
        return new Label(content, null, false, Style.PLAIN);
    }

    public Label forId(@Nullable String id) {
        return new Label(content, id, pageHeading, style);
    }

    public Label asPageHeading() {
        return new Label(content, forId, true, style).classes("govuk-label--l");
    }

    @Override
    public Label style(Style style) {
        return new Label(content, forId, pageHeading, style);
    }
}
