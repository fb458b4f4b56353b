package lantern.timescales.numbers;

import java.util.List;
import lantern.platform.web.Page;
import lantern.timescales.standard.Standard;

/** One standard: what it says, where it comes from, and every number it has had. */
public record StandardPage(
        Standard standard,
        String authority,
        String limit,
        String counts,
        String starts,
        String appliesIf,
        String metBy,
        String cancelledBy,
        String owner,
        List<String> steps,
        List<Was> history,
        boolean mayChange)
        implements Page {

    /** A number from a day, with who decided it and why. */
    public record Was(String limit, String from, String decided, String why) {}

    @Override
    public String title() {
        return standard.title();
    }

    @Override
    public String back() {
        return "/timescales/standards";
    }

    public String path() {
        return "/timescales/standards/" + standard.id();
    }
}
