package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A button, or a link that looks like one. Two posts of one form are prevented unless said otherwise. */
public record Button(
        Content content,
        @Nullable String href,
        String type,
        @Nullable String name,
        @Nullable String value,
        @Nullable String id,
        boolean disabled,
        @Nullable Boolean preventDoubleClick,
        boolean start,
        Style style)
        implements Component, Styled<Button> {

    public static Button of(String words) {
        return plain(Text.of(words)).preventDoubleClick(true);
    }

    public static Button link(String words, String href) {
        return plain(Text.of(words)).href(href);
    }

    public static Button plain(Content content) {
        return new Button(content, null, "submit", null, null, null, false, null, false, Style.PLAIN);
    }

    public Button secondary() {
        return classes("govuk-button--secondary");
    }

    public Button warning() {
        return classes("govuk-button--warning");
    }

    public Button href(@Nullable String href) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    public Button type(String type) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    /** What the form carries when this is the button pressed. */
    public Button sends(@Nullable String name, @Nullable String value) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    public Button id(@Nullable String id) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    public Button disabled(boolean disabled) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    public Button preventDoubleClick(@Nullable Boolean prevent) {
        return new Button(content, href, type, name, value, id, disabled, prevent, start, style);
    }

    public Button start(boolean start) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    @Override
    public Button style(Style style) {
        return new Button(content, href, type, name, value, id, disabled, preventDoubleClick, start, style);
    }

    public String ownClass() {
        var own = style.on("govuk-button");
        return start ? own + " govuk-button--start" : own;
    }

    public @Nullable String ariaDisabled() {
        return disabled ? "true" : null;
    }

    public @Nullable String prevents() {
        return preventDoubleClick == null ? null : preventDoubleClick.toString();
    }
}
