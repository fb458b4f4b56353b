package lantern.meetings.action;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.meetings.form.Offered;
import lantern.platform.jobs.Job;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whoever was given an action, or whose action was changed: a notice, of which they hear by e-mail as of any other. It names no child. */
@Component
class ActionNotices implements Job {
    private static final int BATCH = 100;
    private static final String PURPOSE = "tell people what they are to do";

    private final Access access;
    private final JdbcClient db;
    private final Offered offered;
    private final AtOnce notices;
    private final Ledger ledger;
    private final Clock clock;

    ActionNotices(Access access, JdbcClient db, Offered offered, AtOnce notices, Ledger ledger, Clock clock) {
        this.access = access;
        this.db = db;
        this.offered = offered;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "action-notices";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var authority : access.authorities()) {
            while (!Thread.currentThread().isInterrupted()
                    && Integer.valueOf(BATCH).equals(access.asSystem(authority.id(), PURPOSE, this::tell))) {
                // the next hundred, in a transaction of their own
            }
        }
    }

    private record Untold(
            UUID id,
            UUID child,
            @Nullable UUID person,
            UUID agency,
            @Nullable LocalDate due,
            boolean changed) {}

    /** How many actions were looked at. */
    private Integer tell() {
        var found = untold();
        if (found.isEmpty()) return 0;
        var people = offered.people();
        for (var each : found) {
            var to = owners(each, people);
            if (to.isEmpty()) continue;
            var now = clock.instant();
            notices.tell(
                    each.changed
                            ? "Something that you are to do for a child was changed: read it"
                            : "You are given something to do for a child: read it",
                    new Subject("action", each.id),
                    each.child,
                    each.due == null ? now : London.startOf(each.due.plusDays(1)),
                    now,
                    to);
            ledger.act("action.told", "action", each.id, each.child);
        }
        return found.size();
    }

    /** The person; or, for an action of an agency's, everybody there who reads meetings. */
    private static List<Owner> owners(Untold action, List<Offered.Person> people) {
        if (action.person == null)
            return people.stream()
                    .filter(each -> each.agency().equals(action.agency))
                    .map(each -> new Owner(each.role(), action.agency, null, null))
                    .distinct()
                    .toList();
        return people.stream()
                .filter(each -> each.id().equals(action.person))
                .map(each -> new Owner(each.role(), null, null, action.person))
                .limit(1)
                .toList();
    }

    private List<Untold> untold() {
        var sql = """
                with next as (
                    select id from meetings.action where authority_id = (select ctx.authority()) and untold
                    order by added_at, id limit :most for update skip locked
                )
                update meetings.action a set untold = false from next where a.authority_id = (select ctx.authority()) and a.id = next.id
                returning a.id, a.child_id, a.owner_id, a.owner_agency, a.due_on,
                    exists (select from meetings.action_change c where c.authority_id = a.authority_id and c.action_id = a.id) as changed
                """;
        return db.sql(sql)
                .param("most", BATCH)
                .query((row, n) -> new Untold(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        row.getObject("owner_agency", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("changed")))
                .list();
    }
}
