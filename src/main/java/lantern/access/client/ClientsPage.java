package lantern.access.client;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The connected systems that the reader looks after. */
public record ClientsPage(List<Row> rows, boolean people) implements Page {
    /** @param state what stands out: no token, expiring soon, expired */
    public record Row(
            UUID id,
            String name,
            String agency,
            String may,
            String state,
            @Nullable String colour,
            String used) {}

    @Override
    public String title() {
        return "Connected systems";
    }

    @Override
    public boolean wide() {
        return true;
    }
}
