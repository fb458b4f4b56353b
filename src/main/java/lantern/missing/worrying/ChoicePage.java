package lantern.missing.worrying;

import gg.jte.Content;
import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** Choosing a child for the list, or taking one off: why. */
public record ChoicePage(
        String title, String name, String explained, Form form, List<Content> questions, String action, String submit)
        implements Page.WithForm {
    @Override
    public String back() {
        return "/missing/most-worrying";
    }
}
