package lantern.children.restricted;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Whether the record is restricted, to whom and why, and the forms that start, change and lift it.
 *
 * @param since null when it is not restricted
 * @param people whom the record can be restricted to, by id
 * @param named who is, in words
 */
public record RestrictionPage(
        Form form,
        UUID child,
        String name,
        String reference,
        @Nullable String since,
        @Nullable String reason,
        Map<String, String> people,
        List<String> named,
        boolean lifting)
        implements Page.WithForm {
    @Override
    public String title() {
        return lifting ? "Lift the restriction" : since == null ? "Restrict this record" : "Restricted record";
    }

    @Override
    public String back() {
        return "/children/" + child + (lifting ? "/restriction" : "");
    }
}
