package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One line of text. */
public record Input(
        Field field,
        @Nullable String value,
        Typing typing,
        @Nullable Affix prefix,
        @Nullable Affix suffix,
        Style wrapper,
        Style style)
        implements Question<Input> {

    /** A unit or sign beside the box; not read by screen readers, so the label must say it too. */
    public record Affix(Content content, Style style) {}

    public static Input of(String name, String label) {
        return of(name, Label.of(label));
    }

    public static Input of(String name, @Nullable Label label) {
        return new Input(Field.of(name, label), null, Typing.TEXT, null, null, Style.PLAIN, Style.PLAIN);
    }

    public Input value(@Nullable String value) {
        return new Input(field, value, typing, prefix, suffix, wrapper, style);
    }

    @Override
    public Input from(Answers answers) {
        return value(answers.value(field.name())).error(answers.error(field.name()));
    }

    public Input typing(Typing typing) {
        return new Input(field, value, typing, prefix, suffix, wrapper, style);
    }

    public Input type(String type) {
        return typing(typing.type(type));
    }

    public Input inputmode(String inputmode) {
        return typing(typing.inputmode(inputmode));
    }

    public Input autocomplete(String autocomplete) {
        return typing(typing.autocomplete(autocomplete));
    }

    public Input spellcheck(boolean spellcheck) {
        return typing(typing.spellcheck(spellcheck));
    }

    /** Whole numbers: digits on a phone's keyboard, and never the browser's spinner. */
    public Input digits() {
        return inputmode("numeric");
    }

    /** As wide as what is expected: 2, 3, 4, 5, 10, 20 or 30 characters. */
    public Input width(int characters) {
        return classes("govuk-input--width-" + characters);
    }

    public Input prefix(String words) {
        return affixes(new Affix(Text.of(words), Style.PLAIN), suffix);
    }

    public Input suffix(String words) {
        return affixes(prefix, new Affix(Text.of(words), Style.PLAIN));
    }

    public Input affixes(@Nullable Affix prefix, @Nullable Affix suffix) {
        return new Input(field, value, typing, prefix, suffix, wrapper, style);
    }

    public Input wrapper(Style wrapper) {
        return new Input(field, value, typing, prefix, suffix, wrapper, style);
    }

    public boolean wrapped() {
        return prefix != null
                || suffix != null
                || field.group().before() != null
                || field.group().after() != null;
    }

    @Override
    public Input field(Field field) {
        return new Input(field, value, typing, prefix, suffix, wrapper, style);
    }

    @Override
    public Input style(Style style) {
        return new Input(field, value, typing, prefix, suffix, wrapper, style);
    }

    public String boxClass() {
        var own = style.on("govuk-input");
        return field.error() == null ? own : own + " govuk-input--error";
    }
}
