package lantern.access.home;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.SystemTokens;
import lantern.access.WorkList;
import lantern.platform.web.FrameSource;
import lantern.platform.web.PageFrame;
import org.springframework.stereotype.Component;

/** Around every page: who is signed in, as what, and the lists they have. Asks the database nothing. */
@Component
class Frames implements FrameSource {
    private final List<WorkList> lists;
    private final SystemTokens tokens;

    Frames(List<WorkList> lists, SystemTokens tokens) {
        this.tokens = tokens;
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(WorkList::order)).toList();
    }

    @Override
    public PageFrame frame(HttpServletRequest request, String title) {
        var actor = Access.actorOf(request);
        var frame = PageFrame.plain(title);
        if (actor == null) return frame;
        var theirs = lists.stream().filter(list -> actor.may(list.permission())).toList();
        var sections = Stream.concat(
                        theirs.stream().anyMatch(list -> !list.inNavigation())
                                ? Stream.of(new PageFrame.Section("/", "Your work"))
                                : Stream.empty(),
                        theirs.stream()
                                .filter(WorkList::inNavigation)
                                .map(list -> new PageFrame.Section(list.path(), list.title())))
                .toList();
        return frame.sections(sections)
                .reader(new PageFrame.Reader(
                        actor.name(), actor.roleTitle(), "/account", "/sign-out", tokens.keptBy(actor.id())));
    }
}
