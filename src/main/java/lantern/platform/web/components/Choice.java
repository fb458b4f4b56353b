package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** One radio button or checkbox, or the word between two groups of them. Checked null means: when it is among the answers. */
public record Choice(
        String value,
        @Nullable Label label,
        @Nullable Hint hint,
        @Nullable Boolean checked,
        boolean disabled,
        @Nullable Content conditional,
        @Nullable String id,
        @Nullable String name,
        @Nullable String behaviour,
        @Nullable String divider,
        Attributes attributes) {

    public static Choice of(String value, String text) {
        return of(value, Label.of(text));
    }

    public static Choice of(String value, @Nullable Label label) {
        return new Choice(value, label, null, null, false, null, null, null, null, null, Attributes.none());
    }

    /** The word between two groups of choices, as "or". */
    public static Choice divider(String word) {
        return new Choice("", null, null, null, false, null, null, null, null, word, Attributes.none());
    }

    public Choice hint(String hint) {
        return hint(Hint.of(hint));
    }

    public Choice hint(@Nullable Hint hint) {
        return new Choice(value, label, hint, checked, disabled, conditional, id, name, behaviour, divider, attributes);
    }

    public Choice checked(@Nullable Boolean checked) {
        return new Choice(value, label, hint, checked, disabled, conditional, id, name, behaviour, divider, attributes);
    }

    public Choice disabled(boolean disabled) {
        return new Choice(value, label, hint, checked, disabled, conditional, id, name, behaviour, divider, attributes);
    }

    /** A question that is asked only when this is chosen (without scripts it is always shown). */
    public Choice asks(@Nullable Content conditional) {
        return new Choice(value, label, hint, checked, disabled, conditional, id, name, behaviour, divider, attributes);
    }

    /** Choosing this clears the other checkboxes, as "None of these". */
    public Choice exclusive() {
        return identified(id, name, "exclusive");
    }

    public Choice identified(@Nullable String id, @Nullable String name, @Nullable String behaviour) {
        return new Choice(value, label, hint, checked, disabled, conditional, id, name, behaviour, divider, attributes);
    }

    public Choice attributes(Attributes attributes) {
        return new Choice(value, label, hint, checked, disabled, conditional, id, name, behaviour, divider, attributes);
    }

    /** The first has no number, so that an error summary can link to it. */
    public String idIn(Field field, int index) {
        return id != null ? id : index == 0 ? field.id() : field.id() + "-" + (index + 1);
    }

    public @Nullable Label labelIn(String ownClass, String choiceId) {
        return label == null
                ? null
                : label.style(label.style().before(ownClass)).forId(choiceId);
    }

    public @Nullable Hint hintIn(String ownClass, String choiceId) {
        return hint == null ? null : hint.style(hint.style().before(ownClass)).id(choiceId + "-item-hint");
    }
}
