package lantern.children.search;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** The search in the navigation. */
@Component
class FindAChild implements WorkList {
    @Override
    public String title() {
        return "Find a child";
    }

    @Override
    public String purpose() {
        return "Search the register by name, date of birth, reference or identifier.";
    }

    @Override
    public String path() {
        return "/children";
    }

    @Override
    public Permission permission() {
        return Permission.READ_CHILD;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        return OptionalLong.empty();
    }
}
