package lantern.access.people;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In the navigation of whoever looks after people: how many reviews and changes wait for them, which is the list at the page's top. */
@Component
class PeopleList implements WorkList {
    private final Changes changes;
    private final JdbcClient db;

    PeopleList(Changes changes, JdbcClient db) {
        this.changes = changes;
        this.db = db;
    }

    @Override
    public String title() {
        return "People";
    }

    @Override
    public String purpose() {
        return "Who works in Lantern, what they may do, and what waits for your decision.";
    }

    @Override
    public String path() {
        return "/people";
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_PEOPLE;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean inNavigation() {
        return false;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        var reviews = db.sql("select count(*) from access.reviews_looked_after() where done_at is null and mine > 0")
                .query(Long.class)
                .single();
        var decisions = actor.may(Permission.MANAGE_ALL_AGENCIES)
                ? changes.waitingFor(actor.id()).size()
                : 0;
        return OptionalLong.of(reviews + decisions);
    }
}
