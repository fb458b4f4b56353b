package lantern.access.agency;

import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the name of an agency or team, new or there.
 *
 * @param kinds what the new agency can be; empty when that is not asked
 * @param ending where it is ended; null when it is new
 */
public record NamePage(
        Form form,
        String title,
        @Nullable String of,
        Map<String, String> kinds,
        String action,
        @Nullable String ending,
        String whatEnds)
        implements Page.WithForm {
    @Override
    public String back() {
        return "/agencies";
    }
}
