package lantern.access.people.change;

import java.util.UUID;
import lantern.platform.web.Page;

/** The one-time link, shown once: it is not stored as it stands and cannot be shown again. */
public record OutcomePage(String title, UUID person, String name, String link, boolean waits) implements Page {
    @Override
    public String back() {
        return "/people/" + person;
    }
}
