package lantern.missing.lists;

import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.components.Select;
import org.jspecify.annotations.Nullable;

/** A list with its filter. {@code path} is where the filter posts to; {@code file} the same rows as a file. */
public record ListingPage(
        Listing listing,
        String path,
        String file,
        List<Select> questions,
        boolean filtered,
        String back,
        @Nullable String whenEmpty)
        implements Page {
    @Override
    public String title() {
        return listing.title();
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String nobody() {
        return whenEmpty == null ? "Nothing is on this list." : whenEmpty;
    }
}
