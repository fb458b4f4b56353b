package lantern.children.restricted;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the child's page: that the record is restricted, and until when the reader opened it. */
@Component
public class Standing implements ChildPanel {
    private static final String RESTRICTED = "Restricted to ";

    private final JdbcClient db;

    Standing(JdbcClient db) {
        this.db = db;
    }

    /** Whether this panel said so: the page has asked already. */
    public static boolean saysRestricted(List<StateOfNow> now) {
        return now.stream().anyMatch(each -> each.words().startsWith(RESTRICTED));
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Panel of(UUID child, Instant at, Instant before, int limit) {
        var now = new ArrayList<StateOfNow>();
        db.sql("select named, opened_until from access.standing(:child)")
                .param("child", child)
                .query(row -> {
                    var named = row.getObject("named", Long.class);
                    var until = row.getObject("opened_until", OffsetDateTime.class);
                    if (named != null)
                        now.add(new StateOfNow(
                                RESTRICTED + (named == 1 ? "1 person" : named + " people"), "attention", null));
                    if (until != null)
                        now.add(new StateOfNow(
                                "You opened this record in an emergency, until " + London.when(until.toInstant(), at),
                                "attention",
                                null));
                });
        return new Panel(now, List.of());
    }
}
