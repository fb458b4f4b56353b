package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Several questions under one legend. */
public record Fieldset(
        @Nullable Legend legend,
        @Nullable Content content,
        @Nullable String describedBy,
        @Nullable String role,
        Style style)
        implements Component, Styled<Fieldset> {

    /** The question that the answers inside belong to. */
    public record Legend(@Nullable Content content, boolean pageHeading, String classes) {}

    public static final Fieldset BARE = new Fieldset(null, null, null, null, Style.PLAIN);

    public static Fieldset of(String legend, Content content) {
        return asking(legend).content(content);
    }

    /** A fieldset for a question component to put its answers into. */
    public static Fieldset asking(String legend) {
        return asking(Text.of(legend));
    }

    public static Fieldset asking(Content legend) {
        return BARE.legend(new Legend(legend, false, "govuk-fieldset__legend--s"));
    }

    public Fieldset asPageHeading() {
        return legend == null ? this : legend(new Legend(legend.content(), true, "govuk-fieldset__legend--l"));
    }

    public Fieldset legend(@Nullable Legend legend) {
        return new Fieldset(legend, content, describedBy, role, style);
    }

    public Fieldset content(Content content) {
        return new Fieldset(legend, content, describedBy, role, style);
    }

    public Fieldset describedBy(@Nullable String ids) {
        return new Fieldset(legend, content, ids, role, style);
    }

    public Fieldset role(String role) {
        return new Fieldset(legend, content, describedBy, role, style);
    }

    @Override
    public Fieldset style(Style style) {
        return new Fieldset(legend, content, describedBy, role, style);
    }
}
