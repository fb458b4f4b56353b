package lantern.missing.counters;

import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.missing.counters.Threshold.Code;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The thresholds in force and those before them; an authority's own number goes before the shipped one from its day on. */
@Component
public class Thresholds {
    private static final String COLUMNS = """
            select code, more_than, days, effective_from, source, why, authority_id is not null as own from missing.threshold
            """;

    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Thresholds(JdbcClient db, Access access, Ledger ledger, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Threshold inForce(Code code, LocalDate day) {
        return db.sql(COLUMNS + """
                        where code = :code and effective_from <= :day
                        order by authority_id is null, effective_from desc, recorded_at desc limit 1
                        """)
                .param("code", code.code)
                .param("day", day)
                .query(Thresholds::threshold)
                .optional()
                .orElseGet(() -> history(code).getLast());
    }

    /** All it has been and will be, the newest first; the shipped one last. */
    List<Threshold> history(Code code) {
        return db.sql(COLUMNS
                        + "where code = :code order by authority_id is null, effective_from desc, recorded_at desc")
                .param("code", code.code)
                .query(Thresholds::threshold)
                .list();
    }

    void change(Code code, int moreThan, int days, LocalDate from, String why) {
        var now = clock.instant();
        if (from.isBefore(London.date(now)))
            throw new Refused(
                    "A threshold changes from today or a later day: what was counted before stays", "from-day");
        var sql = """
                insert into missing.threshold (id, authority_id, code, more_than, days, effective_from, source, why, decided_by, recorded_at)
                values (:id, :authority, :code, :more, :days, :from, 'Set by the authority', :why, :actor, :now)
                """;
        var actor = access.actor();
        var id = Ids.next();
        db.sql(sql)
                .param("id", id)
                .param("authority", actor.authority())
                .param("code", code.code)
                .param("more", moreThan)
                .param("days", days)
                .param("from", from)
                .param("why", why)
                .param("actor", actor.id())
                .param("now", stamp(now))
                .update();
        ledger.act(
                "threshold.changed",
                "threshold",
                id,
                null,
                Map.of("code", code.code, "more-than", moreThan, "days", days));
    }

    private static Threshold threshold(ResultSet row, int n) throws SQLException {
        return new Threshold(
                Code.of(row.getString("code")),
                row.getInt("more_than"),
                row.getInt("days"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("source"),
                row.getString("why"),
                row.getBoolean("own"));
    }
}
