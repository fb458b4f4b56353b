package lantern.timescales.escalation;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** What was sent to the reader, newest first. No child is named: the link leads to what the reader may see. */
public record NoticesPage(
        List<Row> rows,
        int page,
        @Nullable String newer,
        @Nullable String older) implements Page {

    public record Row(UUID id, String title, String state, String due, String sent, String path, boolean read) {}

    @Override
    public String title() {
        return "Notices";
    }

    public List<Row> unread() {
        return rows.stream().filter(row -> !row.read).toList();
    }
}
