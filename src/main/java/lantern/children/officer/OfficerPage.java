package lantern.children.officer;

import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** Appointing the reviewing officer; {@code officers} by id, {@code current} in words. */
public record OfficerPage(
        Form form, UUID child, String name, String reference, String current, Map<String, String> officers)
        implements Page.WithForm {
    @Override
    public String title() {
        return "Independent reviewing officer";
    }

    @Override
    public String back() {
        return "/children/" + child + "#care";
    }
}
