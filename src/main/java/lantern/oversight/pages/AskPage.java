package lantern.oversight.pages;

import gg.jte.Content;
import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.components.Question;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** A page with one form. */
public record AskPage(
        String title,
        String about,
        String back,
        Form form,
        @Nullable String before,
        List<Content> questions,
        String action,
        String submit)
        implements Page.WithForm {
    /** Whether anything can be typed or chosen: a page that only asks "are you sure?" has no draft. */
    public boolean typed() {
        return questions.stream().anyMatch(Question.class::isInstance);
    }
}
