package lantern.platform.web.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A component that asks something; all of them take hints, errors and typed answers in the same words. */
public interface Question<C> extends Component, Styled<C> {
    Field field();

    C field(Field field);

    /** Fills in what was typed before and shows what was wrong with it. */
    C from(Answers answers);

    default C id(String id) {
        return field(field().id(id));
    }

    default C hint(String hint) {
        return field(field().hint(Hint.of(hint)));
    }

    default C hint(Content hint) {
        return field(field().hint(Hint.of(hint)));
    }

    default C error(@Nullable String error) {
        return field(field().error(error == null ? null : ErrorMessage.of(error)));
    }

    /** Ids of other elements that describe this question. */
    default C describedBy(String ids) {
        return field(field().describedBy(ids));
    }

    default C disabled(boolean disabled) {
        return field(field().disabled(disabled));
    }

    default C group(FormGroup group) {
        return field(field().group(group));
    }
}
