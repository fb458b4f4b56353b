package lantern.timescales.numbers;

import java.util.List;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The rule book of the reader's authority as it stands today. */
public record StandardsPage(String authority, String edition, List<Row> rows, boolean mayChange) implements Page {

    /** @param later a number that is already decided for a later date */
    public record Row(
            String id,
            String title,
            String limit,
            String setBy,
            String since,
            @Nullable String later,
            String source) {}

    @Override
    public String title() {
        return "Standards";
    }

    @Override
    public String back() {
        return "/timescales";
    }

    @Override
    public boolean wide() {
        return true;
    }
}
