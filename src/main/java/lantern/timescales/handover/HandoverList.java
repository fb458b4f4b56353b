package lantern.timescales.handover;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** On the first page. */
@Component
class HandoverList implements WorkList {
    @Override
    public String title() {
        return "Handover sheet";
    }

    @Override
    public String purpose() {
        return "What is late, open, and due in the next shift: to read out or to print.";
    }

    @Override
    public String path() {
        return "/handover";
    }

    @Override
    public Permission permission() {
        return Permission.READ_TIMESCALES;
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
