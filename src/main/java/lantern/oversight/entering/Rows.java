package lantern.oversight.entering;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row of one of our tables. The names are ours, never typed. */
public final class Rows {
    private Rows() {}

    public static void insert(JdbcClient db, String table, Map<String, ?> columns) {
        var names = String.join(", ", columns.keySet());
        var places = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        var sql = "insert into oversight." + table + " (authority_id, " + names + ") values ((select ctx.authority()), "
                + places + ")";
        db.sql(sql).params(columns).update();
    }
}
