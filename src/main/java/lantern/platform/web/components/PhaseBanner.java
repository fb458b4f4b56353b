package lantern.platform.web.components;

import gg.jte.Content;

/** Says that the service, or this copy of it, is not the finished thing. */
public record PhaseBanner(Tag tag, Content content, Style style) implements Component, Styled<PhaseBanner> {
    public static PhaseBanner of(String tag, Content content) {
        return new PhaseBanner(Tag.of(tag), content, Style.PLAIN);
    }

    @Override
    public PhaseBanner style(Style style) {
        return new PhaseBanner(tag, content, style);
    }

    public Tag placedTag() {
        return tag.style(Style.of(
                Style.on("govuk-phase-banner__content__tag", tag.style().classes())));
    }
}
