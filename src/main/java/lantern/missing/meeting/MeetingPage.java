package lantern.missing.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lantern.calendar.London;
import lantern.missing.record.EpisodeView;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;

/** One meeting: who was invited and came, what was decided, by whom and when it is to be done. */
public record MeetingPage(Meeting meeting, EpisodeView episode, boolean mayWrite, Instant now) implements Page {
    @Override
    public String title() {
        return meeting.kind().words;
    }

    @Override
    public String back() {
        return "/missing/episodes/" + meeting.episode();
    }

    public String about() {
        return episode.childName() + ", missing since " + London.dateTime(episode.missingSince());
    }

    public String path(String noun) {
        return "/missing/meetings/" + meeting.id() + "/" + noun;
    }

    public Tag tag() {
        if (meeting.heldAt() != null) return Tag.of("Held").colour("green");
        if (meeting.cancelledBecause() != null) return Tag.of("Cancelled").grey();
        return meeting.calledFor().isBefore(now)
                ? Tag.of("Held? Record it").colour("orange")
                : Tag.of("To come").colour("blue");
    }

    public SummaryList facts() {
        var called = meeting.calledBy() == null ? "" : " by " + meeting.calledBy();
        var facts = SummaryList.of()
                .row("Called for", London.dateTime(meeting.calledFor()))
                .row("Where", meeting.place())
                .row("Called", London.dateTime(meeting.calledAt()) + called);
        if (meeting.cancelledBecause() != null) return facts.row("Cancelled because", meeting.cancelledBecause());
        if (meeting.heldAt() == null) return facts;
        return facts.row("Held", London.dateTime(meeting.heldAt()))
                .row("Chaired by", meeting.chair())
                .row("What was discussed", meeting.discussed());
    }

    public Table invited() {
        return Table.of("Who is invited")
                .captionHidden()
                .head("Who", "Came")
                .stacks()
                .rows(
                        meeting.invited(),
                        each -> List.of(
                                Text.of(each.who()),
                                Text.of(
                                        each.attendance() == null
                                                ? meeting.open() ? "To come" : "Not recorded"
                                                : Words.of(each.attendance()))));
    }

    public Table decisions() {
        return Table.of("What was decided")
                .captionHidden()
                .head("What", "Who", "By when", "Done")
                .stacks()
                .rows(meeting.decisions(), each -> {
                    var due = each.due();
                    var late = each.done() == null && due != null && due.isBefore(London.date(now));
                    var day = due == null ? "No date" : London.day(due);
                    return List.of(
                            Text.of(each.words()),
                            Text.of(each.owner()),
                            late ? new Lines(Tag.of("Late").red(), day) : Text.of(day),
                            each.done() != null
                                    ? new Lines(
                                            Text.of(London.day(each.done())),
                                            Objects.requireNonNullElse(each.doneWords(), ""))
                                    : mayWrite
                                            ? Link.to(
                                                    "/missing/meetings/" + meeting.id() + "/decisions/" + each.id()
                                                            + "/done",
                                                    "Record that it is done")
                                            : Text.of("Not yet"));
                });
    }
}
