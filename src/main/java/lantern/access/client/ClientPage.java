package lantern.access.client;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** One connected system: its tokens and its limit. */
public record ClientPage(UUID id, String name, String agency, String limit, String heldBack, List<Row> tokens)
        implements Page {
    /** @param open the token's id while it can be rotated or revoked; null when it is over */
    public record Row(
            List<String> may,
            String state,
            @Nullable String colour,
            String issued,
            String expires,
            String used,
            @Nullable UUID open) {}

    @Override
    public String title() {
        return name;
    }

    @Override
    public String back() {
        return "/clients";
    }
}
