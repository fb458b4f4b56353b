package lantern.meetings.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.calendar.London;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.planning.Focus;
import lantern.platform.web.Page;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Pagination;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** Meetings, as one list at a time. */
public record ListPage(
        ListQueries.Show show,
        boolean leads,
        List<Meeting> meetings,
        Map<UUID, List<UUID>> about,
        Map<UUID, String> names,
        int page,
        boolean more,
        Instant now)
        implements Page {
    @Override
    public String title() {
        return "Meetings";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String sentence() {
        return switch (show) {
            case TODO ->
                meetings.isEmpty()
                        ? "No meeting of yours is to be recorded, and no minutes are to be issued."
                        : "Meetings that you planned or chair: record who came, then issue the minutes.";
            case COMING -> meetings.isEmpty() ? "No meeting is planned." : "Meetings that are planned, the next first.";
            case OVER ->
                meetings.isEmpty() ? "No meeting has been held yet." : "Meetings that were held, the latest first.";
        };
    }

    /** Another of the lists, or the one that is shown. */
    public record View(String words, String path, boolean shown) {}

    public List<View> views() {
        var views = new ArrayList<View>();
        for (var each : ListQueries.Show.values()) {
            if (each == ListQueries.Show.TODO && !leads) continue;
            views.add(new View(each.words, "/meetings?show=" + each.code, each == show));
        }
        return views;
    }

    public Table table() {
        return Table.of("Meetings: " + show.words)
                .captionHidden()
                .head("Meeting", "About", "When", "State")
                .stacks()
                .rows(
                        meetings,
                        each -> List.of(
                                new Lines(
                                        Link.to("/meetings/" + each.id(), each.kind().words),
                                        Focus.inWords(each.focus())),
                                Text.of(children(each.id())),
                                Text.of(London.when(each.startsAt(), now)),
                                state(each)));
    }

    private String children(UUID meeting) {
        var ids = about.getOrDefault(meeting, List.of());
        var some = ids.stream()
                .limit(3)
                .map(each -> names.getOrDefault(each, "A child"))
                .collect(Collectors.joining(", "));
        return ids.size() > 3 ? some + " and " + (ids.size() - 3) + " more" : some;
    }

    private Tag state(Meeting each) {
        if (each.cancelledAt() != null) return Tag.of("Cancelled").grey();
        if (each.correcting()) return Tag.of("Minutes to issue again").colour("orange");
        if (each.issuedAt() != null) return Tag.of("Minutes issued").colour("green");
        if (each.heldAt() != null) return Tag.of("Minutes to issue").colour("orange");
        return each.startsAt().isBefore(now)
                ? Tag.of("To be recorded").colour("orange")
                : Tag.of("To come").colour("blue");
    }

    public @Nullable Pagination pagination() {
        if (!more && page == 1) return null;
        var path = "/meetings?show=" + show.code + "&page=";
        return Pagination.of(
                page == 1 ? null : Pagination.Arrow.to(path + (page - 1)),
                more ? Pagination.Arrow.to(path + (page + 1)) : null);
    }
}
