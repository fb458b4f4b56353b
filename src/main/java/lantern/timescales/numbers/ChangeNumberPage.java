package lantern.timescales.numbers;

import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import lantern.timescales.standard.Standard;

/** The form that changes a number. */
public record ChangeNumberPage(Form form, Standard standard, String authority) implements Page.WithForm {
    @Override
    public String title() {
        return "Change the limit for " + authority + ": " + standard.title();
    }

    @Override
    public String back() {
        return "/timescales/standards/" + standard.id();
    }

    public boolean asksUnit() {
        return !standard.within().unit().counted();
    }

    public String action() {
        return "/timescales/standards/" + standard.id() + "/numbers";
    }
}
