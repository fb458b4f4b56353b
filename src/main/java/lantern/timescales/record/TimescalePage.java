package lantern.timescales.record;

import java.util.List;
import lantern.platform.web.Page;
import lantern.timescales.NextStep;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** One timescale with its trail. */
public record TimescalePage(
        Timescale timescale,
        String started,
        @Nullable String ended,
        String owner,
        List<Line> trail,
        boolean mayDecide,
        NextStep next)
        implements Page {

    /** What was changed: both due times, the reason, who and when. */
    public record Line(String what, String was, String became, String why, String who) {}

    @Override
    public String title() {
        return timescale.title();
    }

    @Override
    public String back() {
        return "/timescales";
    }

    public String path() {
        return "/timescales/" + timescale.id();
    }
}
