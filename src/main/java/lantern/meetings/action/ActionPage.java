package lantern.meetings.action;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.meetings.Actions;
import lantern.platform.web.Page;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;

/** One action: what, who, by when, what became of it, and what it was before. */
public record ActionPage(
        Actions.Action action,
        ChildFacts child,
        List<ActionQueries.Change> was,
        Names.Called called,
        boolean own,
        boolean mayHold,
        Instant now)
        implements Page {
    @Override
    public String title() {
        return "Action";
    }

    @Override
    public String back() {
        return action.meeting() == null ? "/meetings/actions" : "/meetings/" + action.meeting();
    }

    public String path(String noun) {
        return "/meetings/actions/" + action.id() + "/" + noun;
    }

    public Tag tag() {
        if (action.notDone()) return Tag.of("Given up").grey();
        if (!action.open()) return Tag.of("Done").green();
        return action.late(London.date(now))
                ? Tag.of("Late").red()
                : Tag.of("To be done").colour("blue");
    }

    public SummaryList facts() {
        var due = action.task().due();
        var facts = SummaryList.of()
                .row("What", action.task().words())
                .row("Who", owner(action.task(), called))
                .row("By when", due == null ? "No date" : London.day(due))
                .row(
                        "Added",
                        London.dateTime(action.addedAt()) + ", "
                                + Objects.requireNonNullElse(called.name(action.addedBy()), "not known"));
        if (action.doneAt() == null) return facts;
        return facts.row(
                        action.notDone() ? "Given up" : "Done",
                        London.dateTime(action.doneAt()) + ", "
                                + Objects.requireNonNullElse(called.name(action.doneBy()), "not known"))
                .row(action.notDone() ? "Why" : "Result", action.outcome());
    }

    static String owner(Actions.Task task, Names.Called called) {
        var person = task.person() == null ? task.name() : called.name(task.person());
        var agency = Objects.requireNonNullElse(called.name(task.agency()), "an agency");
        return person == null ? agency : person + ", " + agency;
    }

    public Table changes() {
        return Table.of("What it was before")
                .captionHidden()
                .head("It said", "By when", "Changed", "Why")
                .stacks()
                .rows(was, each -> {
                    var due = each.due();
                    return List.of(
                            Text.of(each.words()),
                            Text.of(due == null ? "No date" : London.day(due)),
                            Text.of(London.dateTime(each.at())),
                            Text.of(each.because()));
                });
    }
}
