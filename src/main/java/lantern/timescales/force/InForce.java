package lantern.timescales.force;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lantern.calendar.OfficeHours;
import lantern.calendar.SchoolDays;
import lantern.calendar.WorkingDays;
import lantern.timescales.edition.StandardReader;
import lantern.timescales.standard.Calendars;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers each authority's standards for a short time: starting clocks is on the path of every notification, changing a
 * number happens a few times a year. Another instance learns of a change within {@link #SECONDS}, long before the change's own date.
 */
@Component
public class InForce {
    static final int SECONDS = 30;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> DEFINITION = new TypeReference<>() {};

    private record Remembered(Rules rules, long nanos) {}

    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private final JdbcClient db;

    InForce(JdbcClient db) {
        this.db = db;
    }

    /** The rules of the acting authority; read in its transaction, whose policies show no other authority's. */
    public Rules of(UUID authority) {
        var known = remembered.get(authority);
        // System.nanoTime measures an age and says nothing about the time of day, which only the injected clock knows.
        if (known != null && System.nanoTime() - known.nanos < SECONDS * 1_000_000_000L) return known.rules;
        var read = new Remembered(read(), System.nanoTime());
        remembered.put(authority, read);
        return read.rules;
    }

    /** A number was changed in this transaction: whoever asks after it reads again. */
    public void forget(UUID authority) {
        remembered.remove(authority);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                remembered.remove(authority);
            }
        });
    }

    private Rules read() {
        return new Rules(
                versions(null),
                editions(),
                calendars(),
                id -> versions(id).stream().findFirst());
    }

    private List<Version> versions(@Nullable UUID only) {
        var sql = """
                select id, edition, authority_id is not null as own, effective_from, in_use, definition::text as definition
                from timescales.standard_version where :only::uuid is null or id = :only::uuid
                """;
        return db.sql(sql)
                .param("only", only)
                .query((row, n) -> new Version(
                        row.getObject("id", UUID.class),
                        row.getString("edition"),
                        StandardReader.read(JSON.readValue(row.getString("definition"), DEFINITION)),
                        row.getBoolean("own"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getBoolean("in_use")))
                .list();
    }

    private TreeMap<LocalDate, String> editions() {
        // An authority that has decided for itself has only its own dates, before them the earliest shipped edition.
        var sql = """
                select from_on, edition from timescales.edition_in_force
                union all
                select from_on, id from timescales.edition e
                where not exists (select from timescales.edition_in_force f where f.from_on <= e.from_on)
                """;
        var editions = new TreeMap<LocalDate, String>();
        db.sql(sql).query(row -> {
            editions.put(row.getObject("from_on", LocalDate.class), row.getString("edition"));
        });
        return editions;
    }

    private Calendars calendars() {
        var sql = """
                select day as first_day, day as last_day, what, null::time as closes from timescales.closure_day
                union all select first_day, last_day, 'term', null from timescales.term
                union all select null, null, 'closes', closes from timescales.office
                """;
        var closures = new HashSet<LocalDate>();
        var insetDays = new HashSet<LocalDate>();
        var terms = new java.util.ArrayList<SchoolDays.Term>();
        var closes = new java.util.ArrayList<>(List.of(Calendars.CLOSE_OF_OFFICE));
        db.sql(sql).query(row -> {
            switch (row.getString("what")) {
                case "office" -> closures.add(day(row.getDate("first_day")));
                case "school" -> insetDays.add(day(row.getDate("first_day")));
                case "term" ->
                    terms.add(new SchoolDays.Term(day(row.getDate("first_day")), day(row.getDate("last_day"))));
                default -> closes.set(0, row.getObject("closes", LocalTime.class));
            }
        });
        var working = new WorkingDays(closures);
        return new Calendars(working, new SchoolDays(terms, insetDays), new OfficeHours(working, closes.getFirst()));
    }

    private static LocalDate day(Date date) {
        return date.toLocalDate();
    }
}
