package lantern.platform.web.components;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A choice from a list too long for radio buttons. */
public record Select(
        Field field, List<@Nullable Option> items, @Nullable String value, Style style) implements Question<Select> {

    /** Selected null means: when its value is the value of the question. */
    public record Option(
            @Nullable String value, String text, @Nullable Boolean selected, boolean disabled, Attributes attributes) {
        public static Option of(String value, String text) {
            return new Option(value, text, null, false, Attributes.none());
        }
    }

    public static Select of(String name, String label) {
        return of(name, Label.of(label));
    }

    public static Select of(String name, @Nullable Label label) {
        return new Select(Field.of(name, label), List.of(), null, Style.PLAIN);
    }

    /** An empty first choice, so that nothing is chosen by accident. */
    public Select choose(String words) {
        return item("", words);
    }

    public Select item(String value, String text) {
        List<@Nullable Option> more = new ArrayList<>(items);
        more.add(Option.of(value, text));
        return items(more);
    }

    /** Choices by value, in the map's order. */
    public Select items(Map<String, String> textByValue) {
        List<@Nullable Option> more = new ArrayList<>(items);
        textByValue.forEach((value, text) -> more.add(Option.of(value, text)));
        return items(more);
    }

    public Select items(List<@Nullable Option> items) {
        return new Select(field, items, value, style);
    }

    public Select value(@Nullable String value) {
        return new Select(field, items, value, style);
    }

    @Override
    public Select from(Answers answers) {
        return value(answers.value(field.name())).error(answers.error(field.name()));
    }

    @Override
    public Select field(Field field) {
        return new Select(field, items, value, style);
    }

    @Override
    public Select style(Style style) {
        return new Select(field, items, value, style);
    }

    public boolean selected(Option option) {
        if (Boolean.TRUE.equals(option.selected())) {
            return true;
        }
        var effective = option.value() == null ? option.text() : option.value();
        return option.selected() == null && value != null && !value.isEmpty() && value.equals(effective);
    }

    public String boxClass() {
        var own = style.on("govuk-select");
        return field.error() == null ? own : own + " govuk-select--error";
    }
}
