package lantern.access.home;

import java.util.List;
import lantern.access.QuietLine;
import lantern.access.account.AccountPage;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * This person's lists of work with how many wait in each, and what they should know.
 *
 * @param account what happened to their account since they last looked, newest first
 */
public record HomePage(String name, List<AccountPage.Happened> account, List<Waiting> lists, List<QuietLine.Line> quiet)
        implements Page {

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
