package lantern.platform.web.components;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A date someone knows, in three boxes. Their names are the question's name with "-day", "-month" and "-year". */
public record DateInput(
        Field field, @Nullable Fieldset fieldset, List<DatePart> parts, Map<String, String> values, Style style)
        implements Question<DateInput> {

    public static DateInput of(String name, String legend) {
        return of(name, Fieldset.asking(legend))
                .parts(List.of(
                        DatePart.of("day", name, 2), DatePart.of("month", name, 2), DatePart.of("year", name, 4)));
    }

    public static DateInput of(String name, @Nullable Fieldset fieldset) {
        return new DateInput(Field.of(name, null), fieldset, List.of(), Map.of(), Style.PLAIN);
    }

    public DateInput parts(List<DatePart> parts) {
        return new DateInput(field, fieldset, parts, values, style);
    }

    /** By the full names of the boxes. */
    public DateInput values(Map<String, String> values) {
        return new DateInput(field, fieldset, parts, values, style);
    }

    public DateInput value(java.time.@Nullable LocalDate date) {
        return date == null
                ? this
                : values(Map.of(
                        field.name() + "-day", Integer.toString(date.getDayOfMonth()),
                        field.name() + "-month", Integer.toString(date.getMonthValue()),
                        field.name() + "-year", Integer.toString(date.getYear())));
    }

    @Override
    public DateInput from(Answers answers) {
        var typed = new HashMap<String, String>();
        for (var part : parts) {
            var value = answers.value(part.name());
            if (value != null) {
                typed.put(part.name(), value);
            }
        }
        return values(typed).error(wrong(answers));
    }

    /** What is wrong with the date, or with one of its boxes. */
    private @Nullable String wrong(Answers answers) {
        return Stream.concat(Stream.of(field.name()), parts.stream().map(DatePart::name))
                .map(answers::error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public DateInput asPageHeading() {
        return new DateInput(field, fieldset == null ? null : fieldset.asPageHeading(), parts, values, style);
    }

    @Override
    public DateInput field(Field field) {
        return new DateInput(field, fieldset, parts, values, style);
    }

    @Override
    public DateInput style(Style style) {
        return new DateInput(field, fieldset, parts, values, style);
    }

    /** The boxes: those known to be wrong are marked, or all of them when it is not known which. */
    public List<Input> boxes() {
        var someMarked = parts.stream().anyMatch(DatePart::marked);
        return parts.stream().map(part -> part.box(this, someMarked)).toList();
    }

    @Nullable
    String valueOf(DatePart part) {
        return part.value() == null ? values.get(part.name()) : part.value();
    }
}
