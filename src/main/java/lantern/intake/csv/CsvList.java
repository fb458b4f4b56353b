package lantern.intake.csv;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** On the first page of everybody who may send notifications. */
@Component
class CsvList implements WorkList {
    @Override
    public String title() {
        return "Notifications from a file";
    }

    @Override
    public String purpose() {
        return "Send many at once: a CSV file with one row for each.";
    }

    @Override
    public String path() {
        return "/notifications/file";
    }

    @Override
    public Permission permission() {
        return Permission.WRITE_NOTIFICATION;
    }

    @Override
    public int order() {
        return 89;
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
