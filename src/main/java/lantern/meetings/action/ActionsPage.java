package lantern.meetings.action;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.meetings.Actions;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Pagination;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** Actions that are still to be done: the reader's own, or everybody's that are late. */
public record ActionsPage(
        boolean late,
        List<Actions.Action> actions,
        Map<UUID, String> names,
        Names.Called called,
        long waiting,
        int page,
        boolean more,
        boolean mayHold,
        Instant now)
        implements Page {
    @Override
    public String title() {
        return late ? "Actions that are late" : "My actions";
    }

    @Override
    public @Nullable String back() {
        return late ? "/meetings/actions" : null;
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String sentence() {
        if (late) return actions.isEmpty() ? "No action is late." : "Everybody's open actions whose day has passed.";
        return waiting == 0
                ? "Nothing waits for you."
                : Words.many(waiting, "action") + (waiting == 1 ? " is" : " are")
                        + " for you to do, or for your agency and nobody in particular.";
    }

    public Table table() {
        return Table.of(title() + ", the earliest first")
                .captionHidden()
                .head("What", "For", "Who", "By when")
                .stacks()
                .rows(actions, each -> {
                    var due = each.task().due();
                    var day = due == null ? "No date" : London.day(due);
                    return List.of(
                            Link.to(
                                    "/meetings/actions/" + each.id(),
                                    each.task().words()),
                            Link.to(
                                    "/children/" + each.about().child(),
                                    names.getOrDefault(each.about().child(), "A child")),
                            Text.of(ActionPage.owner(each.task(), called)),
                            each.late(London.date(now))
                                    ? new Lines(Tag.of("Late").red(), day)
                                    : Text.of(day));
                });
    }

    public @Nullable Pagination pagination() {
        if (!more && page == 1) return null;
        var path = late ? "/meetings/actions?late=yes&page=" : "/meetings/actions?page=";
        return Pagination.of(
                page == 1 ? null : Pagination.Arrow.to(path + (page - 1)),
                more ? Pagination.Arrow.to(path + (page + 1)) : null);
    }
}
