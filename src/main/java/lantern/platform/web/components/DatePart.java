package lantern.platform.web.components;

import org.jspecify.annotations.Nullable;

/** One box of a date: its full name, its short name for labels and ids, and its width in characters. Error null means not known. */
public record DatePart(
        String name,
        String part,
        @Nullable String label,
        @Nullable String id,
        @Nullable String value,
        int width,
        Typing typing,
        @Nullable Boolean error,
        Style style) {

    public static DatePart of(String part, @Nullable String prefix, int width) {
        return new DatePart(
                prefix == null ? part : prefix + "-" + part,
                part,
                null,
                null,
                null,
                width,
                Typing.TEXT.inputmode("numeric"),
                null,
                Style.PLAIN);
    }

    boolean marked() {
        return Boolean.TRUE.equals(error) || style.classes().contains("govuk-input--error");
    }

    Input box(DateInput date, boolean someMarked) {
        var own = "";
        var saysItself = style.classes().contains("govuk-input--error");
        var all = date.field().error() != null && !someMarked && !Boolean.FALSE.equals(error);
        if (!saysItself && (marked() || all)) {
            own = "govuk-input--error";
        }
        if (!style.classes().contains("govuk-input--width-")) {
            own = Style.on(own, "govuk-input--width-" + width);
        }
        var words = label == null ? part.substring(0, 1).toUpperCase(java.util.Locale.UK) + part.substring(1) : label;
        return Input.of(name, Label.of(words).classes("govuk-date-input__label"))
                .id(id == null ? date.field().id() + "-" + part : id)
                .value(date.valueOf(this))
                .typing(typing)
                .style(style.before(own).before("govuk-date-input__input"));
    }
}
