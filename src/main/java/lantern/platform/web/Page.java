package lantern.platform.web;

import java.util.List;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** What a page's record says about itself beside its facts. Only the title must be said. */
public interface Page {
    String title();

    /** Where "Back" leads; none on pages that are in the navigation. */
    default @Nullable String back() {
        return null;
    }

    /** Boards and wide tables use the whole width. */
    default boolean wide() {
        return false;
    }

    /** The page uses htmx. */
    default boolean quick() {
        return false;
    }

    default List<FieldError> errors() {
        return List.of();
    }

    /** A page with a form: what was typed and what is wrong comes from it, and the layout shows the error summary. */
    interface WithForm extends Page {
        Form form();

        @Override
        default List<FieldError> errors() {
            return form().errors();
        }
    }
}
