package lantern.platform.web.components;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every question on a form has: a name, a label or legend, a hint, an error, and the ids that tie them together. */
public record Field(
        String name,
        @Nullable String givenId,
        @Nullable Label label,
        @Nullable Hint hint,
        @Nullable ErrorMessage error,
        @Nullable String describes,
        FormGroup group,
        boolean disabled) {

    public static Field of(String name, @Nullable Label label) {
        return new Field(name, null, label, null, null, null, FormGroup.PLAIN, false);
    }

    public Field id(@Nullable String id) {
        return new Field(name, id, label, hint, error, describes, group, disabled);
    }

    public Field label(@Nullable Label label) {
        return new Field(name, givenId, label, hint, error, describes, group, disabled);
    }

    public Field hint(@Nullable Hint hint) {
        return new Field(name, givenId, label, hint, error, describes, group, disabled);
    }

    public Field error(@Nullable ErrorMessage error) {
        return new Field(name, givenId, label, hint, error, describes, group, disabled);
    }

    public Field describedBy(@Nullable String ids) {
        return new Field(name, givenId, label, hint, error, ids, group, disabled);
    }

    public Field group(FormGroup group) {
        return new Field(name, givenId, label, hint, error, describes, group, disabled);
    }

    public Field disabled(boolean disabled) {
        return new Field(name, givenId, label, hint, error, describes, group, disabled);
    }

    public String id() {
        return givenId == null ? name : givenId;
    }

    public String groupClass() {
        return group.style().on(error == null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
    }

    public @Nullable Label labelled() {
        return label == null ? null : label.forId(id());
    }

    public @Nullable Hint hinted() {
        return hint == null ? null : hint.id(id() + "-hint");
    }

    public @Nullable ErrorMessage errored() {
        return error == null ? null : error.id(id() + "-error");
    }

    /** The ids a screen reader reads after the question: anything given, then the hint, then the error. */
    public @Nullable String describedBy() {
        var ids = Stream.of(describes, hint == null ? null : id() + "-hint", error == null ? null : id() + "-error")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
