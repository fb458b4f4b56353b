package lantern.children.register;

import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

public record AddChildPage(Form form) implements Page.WithForm {
    @Override
    public String title() {
        return "Add a child to the register";
    }

    @Override
    public String back() {
        return "/children";
    }
}
