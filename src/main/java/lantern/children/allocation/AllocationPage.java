package lantern.children.allocation;

import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** {@code workers}: whom the child can be allocated to, by id, with their team. */
public record AllocationPage(
        Form form,
        UUID child,
        String name,
        String reference,
        @Nullable String current,
        Map<String, String> workers) implements Page.WithForm {
    @Override
    public String title() {
        return "Allocate a worker";
    }

    @Override
    public String back() {
        return "/children/" + child;
    }
}
