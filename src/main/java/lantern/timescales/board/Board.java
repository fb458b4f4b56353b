package lantern.timescales.board;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.timescales.State;
import lantern.timescales.Timescale;
import lantern.timescales.board.Wanted.Whose;
import lantern.timescales.clock.Shown;
import lantern.timescales.force.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open timescales in the order in which they must be dealt with: what is late, then what is due first, what has no limit
 * last. One query, which reads its index in that order and stops after a page.
 */
@Component
class Board implements WorkList {
    static final int PAGE = 50;

    private static final String OPEN = """
            select id, version_id, subject_kind, subject_id, child_id, owner_role, starts_at, due_at, due_soon_at, met_at, cancelled_at,
                cancelled_because, waived_at, waived_role, waived_because, list_at
            from timescales.timescale
            where authority_id = :authority and met_at is null and cancelled_at is null and waived_at is null
              and (list_at, id) > (:afterAt::timestamptz, :afterId::uuid)
            """;
    private static final String ORDER = " order by list_at, id limit :most";

    private final JdbcClient db;
    private final InForce inForce;
    private final Clock clock;

    Board(JdbcClient db, InForce inForce, Clock clock) {
        this.db = db;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** One more than a page when there are more. */
    List<Timescale> open(Actor actor, Wanted wanted, Instant now) {
        var rules = inForce.of(actor.authority());
        return statement(actor, wanted, now, PAGE + 1, sql(actor, wanted))
                .query((row, n) -> Shown.timescale(row, rules, now))
                .list();
    }

    static String sql(Actor actor, Wanted wanted) {
        var parts = new ArrayList<String>();
        for (var scope : scopes(actor, wanted)) {
            parts.add("(" + OPEN + scope + state(wanted.state()) + ORDER + ")");
        }
        if (parts.size() == 1) return parts.getFirst();
        return "select * from (" + String.join(" union all ", parts) + ") board" + ORDER;
    }

    // Each scope reads one index in order; an "or" between them would read none. No row is in two of them.
    private static List<String> scopes(Actor actor, Wanted wanted) {
        if (wanted.team() != null) return team(":team");
        var role = " and owner_person is null and owner_role = :role";
        return switch (wanted.whose()) {
            case MINE ->
                List.of(
                        " and owner_person = :me",
                        role + " and owner_team = :myTeam::uuid",
                        role + " and owner_team is null and owner_agency is null",
                        role + " and owner_team is null and owner_agency = :myAgency::uuid");
            case TEAM -> team(":myTeam");
            case ALL ->
                List.of(
                        actor.reach() == Actor.Reach.AUTHORITY || actor.readsOfEveryChild("episode")
                                ? ""
                                : " and child_id in (select child_id from access.v_my_child)");
        };
    }

    private static List<String> team(String team) {
        return List.of(
                " and owner_team = " + team + "::uuid",
                " and worker_team = " + team + "::uuid and owner_team is distinct from " + team + "::uuid");
    }

    private static String state(@Nullable State state) {
        return switch (state) {
            case null -> "";
            case LATE -> " and list_at < :now";
            case DUE_SOON -> " and list_at >= :now and due_soon_at <= :now and starts_at <= :now";
            case RUNNING -> " and due_soon_at > :now and starts_at <= :now";
            case NO_LIMIT -> " and list_at = 'infinity' and starts_at <= :now";
            case WAITING -> " and starts_at > :now";
            case MET_ON_TIME, MET_LATE, CANCELLED, WAIVED ->
                throw new IllegalArgumentException("The board holds open timescales only");
        };
    }

    private JdbcClient.StatementSpec statement(Actor actor, Wanted wanted, Instant now, int most, String sql) {
        var after = wanted.after();
        return db.sql(sql)
                .param("authority", actor.authority())
                .param("afterAt", after == null ? "-infinity" : after.at())
                .param(
                        "afterId",
                        after == null
                                ? "00000000-0000-0000-0000-000000000000"
                                : after.id().toString())
                .param("team", wanted.team())
                .param("me", actor.id())
                .param("role", actor.role())
                .param("myTeam", actor.team())
                .param("myAgency", actor.agency())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most);
    }

    @Override
    public String title() {
        return "Timescales";
    }

    @Override
    public String purpose() {
        return "What has to be done by when: late first, then by due time.";
    }

    @Override
    public String path() {
        return "/timescales";
    }

    @Override
    public Permission permission() {
        return Permission.READ_TIMESCALES;
    }

    @Override
    public int order() {
        return 50;
    }

    /** The rows of the list that opens first, counted up to 1,000. */
    @Override
    public OptionalLong waiting(Actor actor) {
        var wanted = Wanted.of(actor, null, null, null, null);
        return OptionalLong.of(statement(
                        actor,
                        wanted,
                        clock.instant(),
                        1_000,
                        "select count(*) from (" + sql(actor, wanted) + ") counted")
                .query(Long.class)
                .single());
    }

    static boolean hasTeam(Actor actor) {
        return actor.team() != null;
    }

    static List<Whose> offered(Actor actor) {
        return hasTeam(actor) ? List.of(Whose.values()) : List.of(Whose.MINE, Whose.ALL);
    }
}
