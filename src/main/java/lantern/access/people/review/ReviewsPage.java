package lantern.access.people.review;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The quarterly reviews of the agencies that the reader looks after: open ones first. */
public record ReviewsPage(List<Row> rows, boolean systems) implements Page {
    public record Row(
            UUID id,
            String agency,
            String quarter,
            String opened,
            String state,
            @Nullable String colour,
            String people) {}

    @Override
    public String title() {
        return "Reviews of people";
    }
}
