package lantern.intake.mailbox;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** Who may report by e-mail. */
@Component
class MailList implements WorkList {

    @Override
    public String title() {
        return "Notifications by e-mail";
    }

    @Override
    public String purpose() {
        return "Who reports by e-mail, in which words, and whether their mail still comes.";
    }

    @Override
    public String path() {
        return "/intake/mail";
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_INTAKE;
    }

    @Override
    public int order() {
        return 90;
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
