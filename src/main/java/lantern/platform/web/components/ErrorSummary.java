package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything wrong with the form, at the top of the page, each a link to its field. */
public record ErrorSummary(
        Content title,
        @Nullable Content description,
        List<Item> items,
        @Nullable Boolean disableAutoFocus,
        Style style) implements Component, Styled<ErrorSummary> {

    public record Item(Content content, @Nullable String href, Attributes attributes) {}

    public static ErrorSummary of(String title) {
        return of(Text.of(title));
    }

    public static ErrorSummary of(Content title) {
        return new ErrorSummary(title, null, List.of(), null, Style.PLAIN);
    }

    /** Links to the field's id when there is one. */
    public ErrorSummary item(@Nullable String fieldId, String message) {
        var more = new ArrayList<>(items);
        more.add(new Item(Text.of(message), fieldId == null ? null : "#" + fieldId, Attributes.none()));
        return items(more);
    }

    public ErrorSummary items(List<Item> items) {
        return new ErrorSummary(title, description, items, disableAutoFocus, style);
    }

    public ErrorSummary description(@Nullable Content description) {
        return new ErrorSummary(title, description, items, disableAutoFocus, style);
    }

    public ErrorSummary disableAutoFocus(@Nullable Boolean disable) {
        return new ErrorSummary(title, description, items, disable, style);
    }

    @Override
    public ErrorSummary style(Style style) {
        return new ErrorSummary(title, description, items, disableAutoFocus, style);
    }

    public @Nullable String noFocus() {
        return disableAutoFocus == null ? null : disableAutoFocus.toString();
    }
}
