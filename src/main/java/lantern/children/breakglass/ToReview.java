package lantern.children.breakglass;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** What the information governance lead has to review. */
@Component
class ToReview implements WorkList {
    private final BreakGlass breakGlass;

    ToReview(BreakGlass breakGlass) {
        this.breakGlass = breakGlass;
    }

    @Override
    public String title() {
        return "Emergency openings";
    }

    @Override
    public String purpose() {
        return "Records that somebody opened without seeing them otherwise: say whether it was right.";
    }

    @Override
    public String path() {
        return "/break-glass";
    }

    @Override
    public Permission permission() {
        return Permission.REVIEW_ACCESS;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        return OptionalLong.of(breakGlass.waiting());
    }

    @Override
    public boolean inNavigation() {
        return false;
    }
}
