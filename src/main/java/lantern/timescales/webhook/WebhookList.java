package lantern.timescales.webhook;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** On the first page of those who look after connected systems. */
@Component
class WebhookList implements WorkList {
    @Override
    public String title() {
        return "Systems that are told what happens";
    }

    @Override
    public String purpose() {
        return "Addresses of your agency's systems that get a message when something happens, and whether they took it.";
    }

    @Override
    public String path() {
        return "/webhooks";
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_WEBHOOKS;
    }

    @Override
    public int order() {
        return 95;
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
