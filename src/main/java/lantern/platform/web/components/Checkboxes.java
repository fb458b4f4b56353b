package lantern.platform.web.components;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any number of answers. */
public record Checkboxes(
        Field field, @Nullable Fieldset fieldset, List<@Nullable Choice> items, List<String> values, Style style)
        implements Question<Checkboxes> {

    public static Checkboxes of(String name, String legend) {
        return of(name, Fieldset.asking(legend));
    }

    public static Checkboxes of(String name, @Nullable Fieldset fieldset) {
        return new Checkboxes(Field.of(name, null), fieldset, List.of(), List.of(), Style.PLAIN);
    }

    /** One box that stands alone, as "I have told the police". */
    public static Checkboxes single(String name, String value, String text) {
        return of(name, (Fieldset) null).item(value, text);
    }

    public Checkboxes item(String value, String text) {
        return item(Choice.of(value, text));
    }

    public Checkboxes item(String value, String text, String hint) {
        return item(Choice.of(value, text).hint(hint));
    }

    /** Null leaves a place out, as when someone may not choose it. */
    public Checkboxes item(@Nullable Choice choice) {
        List<@Nullable Choice> more = new ArrayList<>(items);
        more.add(choice);
        return items(more);
    }

    public Checkboxes items(Map<String, String> textByValue) {
        List<@Nullable Choice> more = new ArrayList<>(items);
        textByValue.forEach((value, text) -> more.add(Choice.of(value, text)));
        return items(more);
    }

    public Checkboxes items(List<@Nullable Choice> items) {
        return new Checkboxes(field, fieldset, items, values, style);
    }

    public Checkboxes small() {
        return classes("govuk-checkboxes--small");
    }

    public Checkboxes asPageHeading() {
        return new Checkboxes(field, fieldset == null ? null : fieldset.asPageHeading(), items, values, style);
    }

    public Checkboxes values(List<String> values) {
        return new Checkboxes(field, fieldset, items, values, style);
    }

    @Override
    public Checkboxes from(Answers answers) {
        return values(answers.values(field.name())).error(answers.error(field.name()));
    }

    @Override
    public Checkboxes field(Field field) {
        return new Checkboxes(field, fieldset, items, values, style);
    }

    @Override
    public Checkboxes style(Style style) {
        return new Checkboxes(field, fieldset, items, values, style);
    }

    public boolean checked(Choice choice) {
        return choice.checked() == null ? values.contains(choice.value()) : choice.checked();
    }

    /** Without a fieldset to carry them, each box is described by the hint and error itself. */
    public @Nullable String describedBy(Choice choice, String choiceId) {
        var ids = Style.on(
                fieldset == null && field.describedBy() != null ? field.describedBy() : "",
                choice.hint() == null ? "" : choiceId + "-item-hint");
        return ids.isEmpty() ? null : ids;
    }
}
