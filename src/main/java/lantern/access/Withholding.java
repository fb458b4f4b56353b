package lantern.access;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a child's record is withheld from whoever is acting. Costs a query only where anything can be. */
@Component
public final class Withholding {
    private final JdbcClient db;
    private final Access access;

    Withholding(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    public Withheld of(UUID child) {
        if (access.actor().readsEverySection()) return Withheld.NOTHING;
        var titles = new LinkedHashMap<String, String>();
        db.sql("select section, title from access.withheld(:child)")
                .param("child", child)
                .query((row, n) -> titles.put(row.getString("section"), row.getString("title")))
                .list();
        return new Withheld(titles);
    }
}
