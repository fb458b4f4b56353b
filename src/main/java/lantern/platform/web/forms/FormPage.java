package lantern.platform.web.forms;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page with one form: about which child, the questions, and where it posts.
 *
 * @param hidden what the form says of itself, as the version it was filled with
 */
public record FormPage(
        String title,
        String about,
        String back,
        Form form,
        @Nullable String before,
        List<Content> questions,
        String action,
        String submit,
        Map<String, String> hidden)
        implements Page.WithForm {
    public FormPage(
            String title,
            String about,
            String back,
            Form form,
            @Nullable String before,
            List<Content> questions,
            String action,
            String submit) {
        this(title, about, back, form, before, questions, action, submit, Map.of());
    }
}
