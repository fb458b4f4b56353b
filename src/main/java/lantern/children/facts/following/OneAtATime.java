package lantern.children.facts.following;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Never two legal statuses and never two placements of a child at once; the day on which one ends and the next starts is both's. */
@Component
final class OneAtATime {
    private final JdbcClient db;

    OneAtATime(JdbcClient db) {
        this.db = db;
    }

    void check(String table, UUID child, @Nullable UUID fact, Map<String, @Nullable Object> row) {
        // The table is one of two, named by the callers below.
        var sql = "select starts_on, ends_on from " + table
                + " where authority_id = (select ctx.authority()) and child_id = :child and id is distinct from :fact::uuid"
                + " and starts_on < coalesce(:until::date, 'infinity') and coalesce(ends_on, 'infinity') > :from::date limit 1";
        db.sql(sql)
                .param("child", child)
                .param("fact", fact)
                .param("from", row.get("starts_on"))
                .param("until", row.get("ends_on"))
                .query((other, n) -> {
                    var from = other.getObject("starts_on", LocalDate.class);
                    var until = other.getObject("ends_on", LocalDate.class);
                    return London.day(from) + (until == null ? " without a last day" : " to " + London.day(until));
                })
                .optional()
                .ifPresent(other -> {
                    throw new Refused(
                            "Another is recorded from " + other + ". Correct the days of one of them", "startsOn");
                });
    }
}
