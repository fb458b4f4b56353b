package lantern.children.disclosure;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** Copies that wait for a second person. */
@Component
class ToAgree implements WorkList {
    private final DisclosureQueries queries;

    ToAgree(DisclosureQueries queries) {
        this.queries = queries;
    }

    @Override
    public String title() {
        return "Copies to agree to";
    }

    @Override
    public String purpose() {
        return "Copies of a record that hold something of high risk: agree before they go, or say why they must not.";
    }

    @Override
    public String path() {
        return "/disclosures/waiting";
    }

    @Override
    public Permission permission() {
        return Permission.APPROVE_DISCLOSURE;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        return OptionalLong.of(queries.waitingFor(actor.id()));
    }

    @Override
    public boolean inNavigation() {
        return false;
    }
}
