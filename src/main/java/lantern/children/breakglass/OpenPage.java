package lantern.children.breakglass;

import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** The form with which somebody opens a record that they cannot see. */
public record OpenPage(Form form, String q) implements Page.WithForm {
    @Override
    public String title() {
        return "Open a record in an emergency";
    }

    @Override
    public String back() {
        return "/children";
    }

    public Map<String, String> reasons() {
        return Reason.choices();
    }
}
