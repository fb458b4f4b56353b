package lantern.access.client;

import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the name and the limit of a connected system, new or there.
 *
 * @param agencies empty for a manager of one agency, and for a system that is there
 */
public record ClientForm(Form form, @Nullable UUID id, Map<String, String> agencies, int usualLimit, String action)
        implements Page.WithForm {
    @Override
    public String title() {
        return id == null ? "Add a connected system" : "Name and limit";
    }

    @Override
    public String back() {
        return id == null ? "/clients" : "/clients/" + id;
    }
}
