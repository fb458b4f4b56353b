package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** The box around a question: its classes and attributes, and content just before and after what is filled in. */
public record FormGroup(
        Style style, @Nullable Content before, @Nullable Content after) {
    public static final FormGroup PLAIN = new FormGroup(Style.PLAIN, null, null);

    public FormGroup style(Style style) {
        return new FormGroup(style, before, after);
    }

    public FormGroup after(@Nullable Content after) {
        return new FormGroup(style, before, after);
    }
}
