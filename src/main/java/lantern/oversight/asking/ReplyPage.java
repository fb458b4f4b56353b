package lantern.oversight.asking;

import gg.jte.Content;
import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** What a link opens: the question and one form. */
public record ReplyPage(Form form, String token, List<Content> before, List<Content> questions)
        implements Page.WithForm {
    @Override
    public String title() {
        return "Send evidence";
    }
}
