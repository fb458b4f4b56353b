package lantern.platform.web.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.platform.web.components.Answers;
import org.jspecify.annotations.Nullable;

/** A form as it is shown: what was typed before, or else what is known, and what is wrong with it. */
public record Form(Map<String, List<String>> fields, List<FieldError> errors) implements Answers {
    public static final Form EMPTY = new Form(Map.of(), List.of());

    @Override
    public @Nullable String value(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    @Override
    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public @Nullable String error(String name) {
        return errors.stream()
                .filter(error -> Objects.equals(error.field(), name))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** What is known already, shown unless something was typed: a draft replaces all of it. */
    public Form or(Map<String, String> known) {
        if (!fields.isEmpty()) {
            return this;
        }
        var values = new HashMap<String, List<String>>();
        known.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values, errors);
    }
}
