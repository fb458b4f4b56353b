package lantern.intake.handout;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** What is handed out to people without an account. */
@Component
class HandoutList implements WorkList {
    @Override
    public String title() {
        return "Links and codes for reporting";
    }

    @Override
    public String purpose() {
        return "What homes, carers, schools and the public report with, without an account.";
    }

    @Override
    public String path() {
        return "/intake/links";
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_INTAKE;
    }

    @Override
    public int order() {
        return 91;
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
