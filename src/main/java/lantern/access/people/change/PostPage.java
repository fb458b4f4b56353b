package lantern.access.people.change;

import java.time.LocalDate;
import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a post: of somebody new, or another one of somebody who is there.
 *
 * @param name of the person; null: somebody new
 * @param now the post they have; null: none
 * @param agencies empty for a manager of one agency, which it then is
 */
public record PostPage(
        Form form,
        @Nullable String name,
        @Nullable String now,
        String action,
        String back,
        Map<String, String> agencies,
        Map<String, String> teams,
        Map<String, String> roles,
        LocalDate today)
        implements Page.WithForm {
    @Override
    public String title() {
        return name == null ? "Invite a person" : now == null ? "Give a post" : "Change post";
    }
}
