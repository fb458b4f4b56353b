package lantern.intake.adding;

import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** The form that adds a child from a notification. */
public record AddChildPage(Form form, UUID notification) implements Page.WithForm {
    @Override
    public String title() {
        return "Add as a new child";
    }

    @Override
    public String back() {
        return "/inbox/" + notification;
    }
}
