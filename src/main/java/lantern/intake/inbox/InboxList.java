package lantern.intake.inbox;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** The inbox in the navigation and on the first page. */
@Component
class InboxList implements WorkList {
    private final InboxQueries inbox;

    InboxList(InboxQueries inbox) {
        this.inbox = inbox;
    }

    @Override
    public String title() {
        return "Inbox";
    }

    @Override
    public String purpose() {
        return "Notifications that wait for the hub: say who the child is, rate Red, Amber or Green, answer the referrer.";
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public Permission permission() {
        return Permission.READ_INBOX;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        return OptionalLong.of(inbox.counts(actor).all());
    }
}
