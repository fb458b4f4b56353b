package lantern.children.governance;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

@Component
class LedgerList implements WorkList {
    @Override
    public String title() {
        return "Ledger";
    }

    @Override
    public String purpose() {
        return "Who looked at a child, what a person looked at, and every act, by day and agency.";
    }

    @Override
    public String path() {
        return "/ledger";
    }

    @Override
    public Permission permission() {
        return Permission.READ_LEDGER;
    }

    @Override
    public int order() {
        return 72;
    }

    @Override
    public boolean inNavigation() {
        return false;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        return OptionalLong.empty();
    }
}
