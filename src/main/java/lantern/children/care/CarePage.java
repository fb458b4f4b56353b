package lantern.children.care;

import java.util.UUID;
import lantern.children.facts.FactsPage;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** Starting or ending a legal status or a placement; {@code current} is the one in force, in words. */
public record CarePage(
        Form form,
        String title,
        UUID child,
        String name,
        String reference,
        @Nullable String current,
        FactsPage history) implements Page.WithForm {
    @Override
    public String back() {
        return "/children/" + child + "#care";
    }
}
