package lantern.timescales.board;

import java.util.List;
import lantern.platform.web.Page;
import lantern.timescales.NextStep;
import lantern.timescales.State;
import org.jspecify.annotations.Nullable;

/** One page of the board. */
public record BoardPage(
        List<Row> rows,
        List<Choice> whose,
        List<Choice> states,
        @Nullable String next,
        boolean first,
        boolean maySeeStandards)
        implements Page {

    /** @param child the child's name; null when nobody knows yet who it is, or the reader may not see */
    public record Row(
            State state,
            String title,
            String limit,
            String due,
            String dueAgo,
            @Nullable String child,
            @Nullable String childPath,
            String metBy,
            NextStep next,
            String path,
            String owner) {
        /** A long list of alternatives stands on the timescale's own page. */
        public boolean saysWhatMeetsIt() {
            return metBy.length() <= 120;
        }
    }

    /** A filter as a link; the chosen one is not a link. */
    public record Choice(String words, String href, boolean chosen) {}

    @Override
    public String title() {
        return "Timescales";
    }

    @Override
    public boolean wide() {
        return true;
    }
}
