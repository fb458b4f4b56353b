package lantern.intake.feed;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** On the first page. How many are silent is not counted there: looking through 90 days of messages takes longer than a first page may. */
@Component
class FeedList implements WorkList {
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
        return OptionalLong.empty();
    }

    @Override
    public boolean inNavigation() {
        return false;
    }
}
