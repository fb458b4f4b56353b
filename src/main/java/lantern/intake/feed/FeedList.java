package lantern.intake.feed;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** On the first page, with how many are silent. */
@Component
class FeedList implements WorkList {
    private final List<Watched> kinds;
    private final Clock clock;

    FeedList(List<Watched> kinds, Clock clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Whether messages still come";
    }

    @Override
    public String purpose() {
        return "Each system, mailbox and form by which notifications come, and those that have been silent for longer than usual.";
    }

    @Override
    public String path() {
        return "/intake/feeds";
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_INTAKE;
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        var now = clock.instant();
        return OptionalLong.of(kinds.stream()
                .flatMap(kind -> kind.feeds(now).stream())
                .filter(feed -> feed.silent(now))
                .count());
    }

    @Override
    public boolean inNavigation() {
        return false;
    }
}
