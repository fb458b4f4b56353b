package lantern.children.care;

import java.util.UUID;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The child's row is the lock: two changes of a status or a placement come one after the other. */
final class CareLock {
    private CareLock() {}

    static void take(JdbcClient db, UUID child) {
        var sql =
                "select id from children.child where authority_id = (select ctx.authority()) and id = :child for update";
        if (db.sql(sql).param("child", child).query((row, n) -> 1).optional().isEmpty()) throw Refused.notFound();
    }
}
