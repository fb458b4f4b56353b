package lantern.access.agency;

import java.util.List;
import lantern.platform.web.Page;

/** What each role may do and how far it sees. Read only: roles are data that ships with Lantern. */
public record RolesPage(List<Row> roles, boolean manages, boolean systems) implements Page {
    public record Row(String title, String sees, List<String> may, String agencies, String needs) {}

    @Override
    public String title() {
        return "Roles";
    }
}
