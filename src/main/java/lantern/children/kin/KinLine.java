package lantern.children.kin;

import java.util.List;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.QuietLine;
import org.springframework.stereotype.Component;

/** Leads everybody who reads records to their own page; asks the database nothing. */
@Component
class KinLine implements QuietLine {
    @Override
    public List<Line> lines(Actor actor) {
        if (actor.kind() != Actor.Kind.PERSON || !actor.may(Permission.READ_CHILD)) return List.of();
        return List.of(new Line(
                "So that you do not open the record of your own family by accident:",
                "/my/relations",
                "Children I am related to or know"));
    }
}
