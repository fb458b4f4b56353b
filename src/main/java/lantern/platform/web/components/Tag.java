package lantern.platform.web.components;

import gg.jte.Content;

/** A state in one or two words; the colour only helps, the words say it. */
public record Tag(Content content, Style style) implements Component, Styled<Tag> {
    public static Tag of(String words) {
        return of(Text.of(words));
    }

    public static Tag of(Content content) {
        return new Tag(content, Style.PLAIN);
    }

    /** One of grey, green, teal, blue, purple, magenta, red, orange, yellow. */
    public Tag colour(String colour) {
        return classes("govuk-tag--" + colour);
    }

    public Tag red() {
        return colour("red");
    }

    public Tag yellow() {
        return colour("yellow");
    }

    public Tag green() {
        return colour("green");
    }

    public Tag grey() {
        return colour("grey");
    }

    @Override
    public Tag style(Style style) {
        return new Tag(content, style);
    }
}
