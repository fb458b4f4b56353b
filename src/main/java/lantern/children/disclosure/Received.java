package lantern.children.disclosure;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** Copies that were sent to the agency. */
@Component
class Received implements WorkList {
    @Override
    public String title() {
        return "Copies sent to you";
    }

    @Override
    public String purpose() {
        return "What children's services sent your agency from a record, each copy for you alone.";
    }

    @Override
    public String path() {
        return "/disclosures/received";
    }

    @Override
    public Permission permission() {
        return Permission.RECEIVE_DISCLOSURE;
    }

    @Override
    public int order() {
        return 61;
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
