package lantern.oversight.pages;

import gg.jte.Content;
import java.util.List;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** A page to read: parts below each other, or a paper as it will be printed. */
public record ReadPage(
        String title,
        @Nullable String back,
        List<Part> parts,
        @Nullable Numbered paper) implements Page {
    /** Under a heading, or under none. */
    public record Part(@Nullable String heading, Content content) {}

    @Override
    public boolean wide() {
        return true;
    }
}
