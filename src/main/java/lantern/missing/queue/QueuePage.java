package lantern.missing.queue;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import lantern.calendar.London;
import lantern.missing.interview.InterviewView;
import lantern.missing.interview.Ratings;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Pagination;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** The provider's queue: what is late first, then Red, then not yet triaged, Amber, Green. */
public record QueuePage(
        List<InterviewView.Line> lines, int page, boolean more, long waiting, UnaryOperator<String> titles, Instant now)
        implements Page {
    @Override
    public String title() {
        return "Return interviews";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String sentence() {
        return waiting == 0
                ? "No return interview waits for anything."
                : Words.many(waiting, "return interview") + (waiting == 1 ? " waits" : " wait")
                        + " for something to be done.";
    }

    public Table table() {
        return Table.of("Return interviews, late first")
                .captionHidden()
                .head("Child", "Triage", "Back since", "Contacts", "Next timescale")
                .stacks()
                .small()
                .rows(lines, this::cells);
    }

    private List<Content> cells(InterviewView.Line line) {
        var age = Words.age(line.born(), now);
        return List.of(
                new Lines(
                        Link.to("/missing/interviews/" + line.id(), line.childName()),
                        age == null ? "age not known" : "aged " + age),
                Ratings.tag(line.triage()),
                Text.of(line.returnedAt() == null ? "Not recorded" : London.when(line.returnedAt(), now)),
                Text.of(line.contacts() == 0 ? "None yet" : Integer.toString(line.contacts())),
                next(line));
    }

    private Content next(InterviewView.Line line) {
        var what = "held".equals(line.outcome())
                ? "Feedback form to send"
                : line.standard() == null ? "" : titles.apply(line.standard());
        var due = line.due();
        if (line.standard() == null || due == null) return Text.of(line.standard() == null ? "None running" : what);
        return due.isBefore(now)
                ? new Lines(Tag.of("Late").red(), what + ", was due " + London.due(due, now))
                : new Lines(Text.of(what), "due " + London.due(due, now));
    }

    public @Nullable Pagination pagination() {
        if (!more && page == 1) return null;
        return Pagination.of(
                page == 1 ? null : Pagination.Arrow.to("/missing/interviews?page=" + (page - 1)),
                more ? Pagination.Arrow.to("/missing/interviews?page=" + (page + 1)) : null);
    }
}
