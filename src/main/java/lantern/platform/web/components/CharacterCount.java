package lantern.platform.web.components;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A textarea that says how much more may be typed. Null limits: the script's own configuration sets them. */
public record CharacterCount(
        Textarea textarea,
        @Nullable Integer characters,
        @Nullable Integer words,
        @Nullable Integer threshold,
        @Nullable String countType,
        @Nullable String described,
        String messageClasses,
        Map<String, String> messages)
        implements Question<CharacterCount> {

    public static CharacterCount of(String name, String label, int characters) {
        return new CharacterCount(Textarea.of(name, label), characters, null, null, null, null, "", Map.of());
    }

    public CharacterCount textarea(Textarea textarea) {
        return new CharacterCount(
                textarea, characters, words, threshold, countType, described, messageClasses, messages);
    }

    public CharacterCount value(@Nullable String value) {
        return textarea(textarea.value(value));
    }

    public CharacterCount rows(int rows) {
        return textarea(textarea.rows(rows));
    }

    @Override
    public CharacterCount from(Answers answers) {
        return textarea(textarea.from(answers));
    }

    @Override
    public Field field() {
        return textarea.field();
    }

    @Override
    public CharacterCount field(Field field) {
        return textarea(textarea.field(field));
    }

    @Override
    public Style style() {
        return textarea.style();
    }

    @Override
    public CharacterCount style(Style style) {
        return textarea(textarea.style(style));
    }

    /** The textarea with what the script needs around it: the limits as data, and the line that counts after the box. */
    public Textarea counted() {
        var group = field().group();
        var data = group.style().attributes();
        data = data.with("data-module", "govuk-character-count");
        data = with(data, "data-maxlength", characters);
        data = with(data, "data-maxwords", words);
        data = with(data, "data-threshold", threshold);
        data = with(data, "data-count-type", type());
        if (limit() == null) {
            data = with(data, "data-i18n.textarea-description.other", described);
        }
        for (var message : messages.entrySet()) {
            data = data.with("data-i18n." + message.getKey(), message.getValue());
        }
        var style = new Style(Style.on("govuk-character-count", group.style().classes()), data);
        var after = group.after();
        var count = Hint.of(message())
                .classes("govuk-character-count__message")
                .classes(messageClasses)
                .id(field().id() + "-info");
        return textarea.style(textarea.style().before("govuk-js-character-count"))
                .field(field().describedBy(field().id() + "-info")
                        .group(new FormGroup(style, group.before(), output -> {
                            count.writeTo(output);
                            if (after != null) {
                                after.writeTo(output);
                            }
                        })));
    }

    private @Nullable Integer limit() {
        return words == null ? characters : words;
    }

    private @Nullable String type() {
        return countType != null ? countType : words != null ? "words" : null;
    }

    private String message() {
        var limit = limit();
        if (limit == null) {
            return "";
        }
        var sentence = described != null
                ? described
                : "You can enter up to %{count} " + ("words".equals(type()) ? "words" : "characters");
        return sentence.replace("%{count}", limit.toString());
    }

    private static Attributes with(Attributes attributes, String name, @Nullable Object value) {
        return value == null ? attributes : attributes.with(name, value.toString());
    }
}
