package lantern.platform.web.components;

import org.jspecify.annotations.Nullable;

/** Several lines of text. */
public record Textarea(Field field, @Nullable String value, int rows, Typing typing, Style style)
        implements Question<Textarea> {

    public static Textarea of(String name, String label) {
        return of(name, Label.of(label));
    }

    public static Textarea of(String name, @Nullable Label label) {
        return new Textarea(Field.of(name, label), null, 5, Typing.TEXT, Style.PLAIN);
    }

    public Textarea value(@Nullable String value) {
        return new Textarea(field, value, rows, typing, style);
    }

    @Override
    public Textarea from(Answers answers) {
        return value(answers.value(field.name())).error(answers.error(field.name()));
    }

    public Textarea rows(int rows) {
        return new Textarea(field, value, rows, typing, style);
    }

    public Textarea typing(Typing typing) {
        return new Textarea(field, value, rows, typing, style);
    }

    @Override
    public Textarea field(Field field) {
        return new Textarea(field, value, rows, typing, style);
    }

    @Override
    public Textarea style(Style style) {
        return new Textarea(field, value, rows, typing, style);
    }

    public String boxClass() {
        return style.on(field.error() == null ? "govuk-textarea" : "govuk-textarea govuk-textarea--error");
    }
}
