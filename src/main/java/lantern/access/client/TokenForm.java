package lantern.access.client;

import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token: a new one, or one instead of another.
 *
 * @param replaces what the old one may do and until when, in words; null: it is one more
 */
public record TokenForm(
        Form form,
        UUID client,
        String name,
        Map<String, String> scopes,
        @Nullable String replaces,
        String action) implements Page.WithForm {
    @Override
    public String title() {
        return replaces == null ? "Issue a token" : "Renew a token";
    }

    @Override
    public String back() {
        return "/clients/" + client;
    }
}
