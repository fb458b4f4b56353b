package lantern.access.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Everybody whom the reader looks after, as far as the filter says, and what waits for the reader. */
public record PeoplePage(
        Wanted wanted,
        List<Row> rows,
        long all,
        int pages,
        Map<String, String> agencies,
        Map<String, String> teams,
        Map<String, String> roles,
        List<Waiting> waiting,
        Sections sections)
        implements Page {

    public record Row(
            UUID id, String name, String email, String post, String where, String state, String colour, String seen) {}

    /** A decision that only the reader, or somebody like them, can make. */
    public record Waiting(String path, String what, String since) {}

    /** What else there is to look after, by what the reader may. */
    public record Sections(boolean agencies, boolean systems) {}

    @Override
    public String title() {
        return "People";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String heading() {
        return all == 1 ? "1 person" : String.format(java.util.Locale.UK, "%,d people", all);
    }

    public String csv() {
        return wanted.path("/people/list.csv", 1);
    }

    public String path(int page) {
        return wanted.path("/people", page);
    }

    public Map<String, String> states() {
        return Wanted.STATES;
    }

    public @Nullable String chosen(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
