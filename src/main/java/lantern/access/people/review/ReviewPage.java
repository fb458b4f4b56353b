package lantern.access.people.review;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** One review: whom the reader still decides on, and what was decided, by whom and when. */
public record ReviewPage(
        Form form,
        UUID id,
        String agency,
        String quarter,
        String stands,
        List<Row> open,
        List<Row> notMine,
        List<Decided> decided)
        implements Page.WithForm {
    public record Row(UUID person, String name, String post, String used) {}

    /** @param next the page where a move is made, while it is not */
    public record Decided(
            UUID person,
            String name,
            String decision,
            String by,
            @Nullable String next) {}

    @Override
    public String title() {
        return "Review of people, " + quarter;
    }

    @Override
    public String back() {
        return "/people/reviews";
    }
}
