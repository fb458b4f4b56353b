package lantern.children.breakglass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantern.access.Access;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.search.OutOfSight;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.AtOnce;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opening and reviewing. The database opens, limits and writes the ledger in one function; what follows from it is Lantern's own work. */
@Component
@Transactional
class BreakGlass {
    static final String LEAD = "governance-lead";

    private final JdbcClient db;
    private final Access access;
    private final OutOfSight outOfSight;
    private final Children children;
    private final Timescales timescales;
    private final AtOnce notices;
    private final Clock clock;

    BreakGlass(
            JdbcClient db,
            Access access,
            OutOfSight outOfSight,
            Children children,
            Timescales timescales,
            AtOnce notices,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.outOfSight = outOfSight;
        this.children = children;
        this.timescales = timescales;
        this.notices = notices;
        this.clock = clock;
    }

    /** The child whose record is open now. Nobody, several, and one that may not be opened are refused in the same words. */
    UUID open(String described, Reason reason, String words) {
        if (words.strip().length() < 10)
            throw new Refused("Say in a sentence what happened and what you need to know", "words");
        if (outOfSight.inSight(described))
            throw new Refused("You can see this record already: search for the reference", "q");
        var id = Ids.next();
        var child = outOfSight
                .find(described)
                .filter(it -> opened(id, it, reason, words.strip()))
                .orElseThrow(() -> new Refused(
                        "There is no one record that you can open by this: give the full name and date of birth, or the"
                                + " reference, or contact the hub manager",
                        "q"));
        var facts = children.find(child).orElseThrow(Refused::notFound);
        access.continueAsSystem("a record was opened in an emergency");
        follow(Subject.breakGlass(id), facts);
        return child;
    }

    private boolean opened(UUID id, UUID child, Reason reason, String words) {
        return db.sql("select access.open_in_emergency(:id, :child, :reason, :words)")
                .param("id", id)
                .param("child", child)
                .param("reason", reason.code)
                .param("words", words)
                .query(Boolean.class)
                .single();
    }

    private void follow(Subject subject, ChildFacts child) {
        var now = clock.instant();
        // Of no child: whoever reviews need not see the record, and others must not learn of it from a board.
        timescales.happened(Happening.BREAK_GLASS_OPENED, subject, null, now, Set.of());
        var told = new ArrayList<Owner>();
        if (child.workerId() != null) told.add(new Owner("social-worker", null, null, child.workerId()));
        if (child.workerTeamId() != null) told.add(new Owner("team-manager", null, child.workerTeamId(), null));
        var title = "A record was opened in an emergency";
        // A restricted child's worker is told when the restriction leaves them; the lead always, of no child.
        notices.tell(title, subject, child.id(), now, now, told);
        notices.tell(title, subject, now, now, List.of(new Owner(LEAD, null, null, null)));
    }

    void review(UUID opening, String outcome, String words) {
        if (!Opening.OUTCOMES.containsKey(outcome)) throw new Refused("Choose what you found", "outcome");
        if (words.isBlank()) throw new Refused("Say what you looked at and why you found so", "words");
        var reviewed = db.sql("select access.review_break_glass(:id, :outcome, :words)")
                .param("id", opening)
                .param("outcome", outcome)
                .param("words", words.strip())
                .query(Boolean.class)
                .single();
        if (!reviewed) throw Refused.conflict("It was reviewed before, or you opened the record yourself");
        access.continueAsSystem("an emergency opening was reviewed");
        timescales.happened(
                Happening.BREAK_GLASS_REVIEWED, Subject.breakGlass(opening), null, clock.instant(), Set.of());
    }

    private static final String OPENINGS = """
            select id, child_id, person_id, reason, words, over_restriction, starts_at, ends_at, outcome, outcome_words, reviewed_at, reviewed_by
            from access.v_break_glass where authority_id = (select ctx.authority())\s""";

    Optional<Opening> find(UUID id) {
        return db.sql(OPENINGS + "and id = :id")
                .param("id", id)
                .query((row, n) -> opening(row))
                .optional();
    }

    /** Those that wait for a review first, then the newest. */
    List<Opening> all(int most) {
        return db.sql(OPENINGS + "order by reviewed_at is not null, starts_at desc, id limit :most")
                .param("most", most)
                .query((row, n) -> opening(row))
                .list();
    }

    long waiting() {
        var sql =
                "select count(*) from access.v_break_glass where authority_id = (select ctx.authority()) and reviewed_at is null";
        return db.sql(sql).query(Long.class).single();
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("reason"),
                row.getString("words"),
                row.getBoolean("over_restriction"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getString("outcome_words"),
                instant(row),
                row.getObject("reviewed_by", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = row.getObject("reviewed_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
