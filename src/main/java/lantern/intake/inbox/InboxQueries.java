package lantern.intake.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantern.access.Actor;
import lantern.calendar.London;
import lantern.intake.SaidJson;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inbox with three queries: the counts, one page of rows, and the clocks of those rows. */
@Component
public class InboxQueries {
    static final int ROWS = 25;

    /** Those with a running triage clock first, and of these the one that is due first: every one has the same time from its receipt. */
    static final String PAGE = """
            select n.*, a.name as agency, c.family_name, c.given_names, c.reference
            from (
                select authority_id, id, agency_id, kind, state, received_at, said, child_id, parked_because
                from intake.notification
                where authority_id = :authority and state = any (:states) and kind = any (:kinds) and state in ('received', 'parked', 'linked')
                order by state = 'parked', kind not in ('missing', 'concern'), received_at, id
                limit :rows offset :skip
            ) n
            join access.v_agency a on a.authority_id = n.authority_id and a.id = n.agency_id
            left join children.v_child c on c.authority_id = n.authority_id and c.id = n.child_id
            order by n.state = 'parked', n.kind not in ('missing', 'concern'), n.received_at, n.id
            """;

    static final String COUNTS = """
            select kind, state, count(*) as number from intake.notification
            where authority_id = :authority and state in ('received', 'parked', 'linked')
            group by kind, state
            union all
            select 'quarantine', 'quarantine', count(*) from intake.quarantine where authority_id = :authority and completed_at is null
            """;

    private static final List<String> RATED =
            List.of("missing", "absent", "concern", "education-referral", "public-report");
    private static final List<String> ALL_KINDS =
            List.of("missing", "absent", "found", "update", "concern", "education-referral", "public-report");

    private final JdbcClient db;
    private final Timescales timescales;
    private final Clock clock;

    InboxQueries(JdbcClient db, Timescales timescales, Clock clock) {
        this.db = db;
        this.timescales = timescales;
        this.clock = clock;
    }

    public InboxPage.Counts counts(Actor reader) {
        var waiting = new EnumMap<Waits, Long>(Waits.class);
        var quarantined = new long[1];
        db.sql(COUNTS).param("authority", reader.authority()).query(row -> {
            var waits = Waits.why(row.getString("kind"), row.getString("state"));
            if (waits == null) quarantined[0] = row.getLong("number");
            else waiting.merge(waits, row.getLong("number"), Long::sum);
        });
        return new InboxPage.Counts(waiting, quarantined[0]);
    }

    public List<InboxPage.Row> rows(Actor reader, @Nullable Waits show, int page) {
        var rows = db.sql(PAGE)
                .param("authority", reader.authority())
                .param("states", states(show).toArray(String[]::new))
                .param("kinds", kinds(show).toArray(String[]::new))
                .param("rows", ROWS)
                .param("skip", (page - 1) * ROWS)
                .query(this::row)
                .list();
        if (rows.isEmpty()) return rows;
        var clocks = timescales.ofAll(rows.stream().map(InboxPage.Row::id).toList()).stream()
                .filter(each -> each.state().open())
                .collect(Collectors.groupingBy(each -> each.subject().id()));
        return rows.stream().map(row -> withClock(row, clocks)).toList();
    }

    private static List<String> states(@Nullable Waits show) {
        return switch (show) {
            case IDENTITY -> List.of("received");
            case RATING -> List.of("linked");
            case FOUND -> List.of("received", "linked");
            case PARKED -> List.of("parked");
            case null -> List.of("received", "linked", "parked");
        };
    }

    private static List<String> kinds(@Nullable Waits show) {
        return switch (show) {
            case IDENTITY, RATING -> RATED;
            case FOUND -> List.of("found", "update");
            case PARKED -> ALL_KINDS;
            case null -> ALL_KINDS;
        };
    }

    private InboxPage.Row row(ResultSet row, int n) throws SQLException {
        var kind = row.getString("kind");
        var waits = Waits.why(kind, row.getString("state"));
        if (waits == null) throw new IllegalStateException("Not in the inbox");
        return new InboxPage.Row(
                row.getObject("id", UUID.class),
                waits,
                kind,
                name(row),
                row.getObject("child_id", UUID.class),
                row.getString("reference"),
                row.getString("agency"),
                London.ago(row.getTimestamp("received_at").toInstant(), clock.instant()),
                row.getString("parked_because"),
                null);
    }

    private static String name(ResultSet row) throws SQLException {
        var family = row.getString("family_name");
        if (family != null) return (row.getString("given_names") + " " + family).strip();
        var said = SaidJson.read(row.getString("said")).child();
        return said == null ? "No name given" : said.name();
    }

    private static InboxPage.Row withClock(InboxPage.Row row, Map<UUID, List<Timescale>> clocks) {
        var first = clocks.getOrDefault(row.id(), List.of()).stream()
                .min(Comparator.comparing((Function<Timescale, java.time.Instant>)
                        each -> each.due() == null ? java.time.Instant.MAX : each.due()))
                .orElse(null);
        return new InboxPage.Row(
                row.id(),
                row.waits(),
                row.kind(),
                row.name(),
                row.child(),
                row.reference(),
                row.agency(),
                row.received(),
                row.parkedBecause(),
                first);
    }
}
