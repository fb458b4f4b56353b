package lantern.access.home;

import java.util.List;
import lantern.access.QuietLine;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** This person's lists of work with how many wait in each, and what they should know. */
public record HomePage(String name, List<Waiting> lists, List<QuietLine.Line> quiet) implements Page {

    /** Null where counting makes no sense (search). */
    public record Waiting(
            String title,
            String purpose,
            String path,
            @Nullable Long count) {}

    @Override
    public String title() {
        return "Your work";
    }
}
