package lantern.platform.web.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything wrong with a form, so that its reader mends it in one go. Throw it with {@link #throwIfAny()}. */
public final class FormErrors extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialised: handled in the request it is thrown in
    private final List<FieldError> errors = new ArrayList<>();

    public FormErrors() {
        super("The form has errors", null, false, false);
    }

    public FormErrors add(@Nullable String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    public FormErrors addIf(boolean wrong, String field, String message) {
        return wrong ? add(field, message) : this;
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw this;
        }
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
