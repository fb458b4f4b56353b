package lantern.platform.web.components;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer of a few. */
public record Radios(
        Field field,
        @Nullable Fieldset fieldset,
        List<@Nullable Choice> items,
        @Nullable String value,
        Style style) implements Question<Radios> {

    public static Radios of(String name, String legend) {
        return of(name, Fieldset.asking(legend));
    }

    public static Radios of(String name, @Nullable Fieldset fieldset) {
        return new Radios(Field.of(name, null), fieldset, List.of(), null, Style.PLAIN);
    }

    public Radios item(String value, String text) {
        return item(Choice.of(value, text));
    }

    public Radios item(String value, String text, String hint) {
        return item(Choice.of(value, text).hint(hint));
    }

    /** Null leaves a place out, as when someone may not choose it. */
    public Radios item(@Nullable Choice choice) {
        List<@Nullable Choice> more = new ArrayList<>(items);
        more.add(choice);
        return items(more);
    }

    public Radios items(Map<String, String> textByValue) {
        List<@Nullable Choice> more = new ArrayList<>(items);
        textByValue.forEach((value, text) -> more.add(Choice.of(value, text)));
        return items(more);
    }

    public Radios items(List<@Nullable Choice> items) {
        return new Radios(field, fieldset, items, value, style);
    }

    public Radios yesNo() {
        return item("yes", "Yes").item("no", "No").inline();
    }

    public Radios inline() {
        return classes("govuk-radios--inline");
    }

    public Radios small() {
        return classes("govuk-radios--small");
    }

    public Radios asPageHeading() {
        return new Radios(field, fieldset == null ? null : fieldset.asPageHeading(), items, value, style);
    }

    public Radios value(@Nullable String value) {
        return new Radios(field, fieldset, items, value, style);
    }

    @Override
    public Radios from(Answers answers) {
        return value(answers.value(field.name())).error(answers.error(field.name()));
    }

    @Override
    public Radios field(Field field) {
        return new Radios(field, fieldset, items, value, style);
    }

    @Override
    public Radios style(Style style) {
        return new Radios(field, fieldset, items, value, style);
    }

    public boolean checked(Choice choice) {
        return choice.checked() == null
                ? value != null && !value.isEmpty() && value.equals(choice.value())
                : choice.checked();
    }
}
