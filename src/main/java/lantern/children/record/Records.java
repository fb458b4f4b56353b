package lantern.children.record;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whole records for the pages beside the child's own, under the reader's policies. */
@Component
public class Records {
    private final ChildQueries queries;
    private final JdbcClient db;

    Records(ChildQueries queries, JdbcClient db) {
        this.queries = queries;
        this.db = db;
    }

    public Optional<ChildRecord> find(UUID child) {
        return queries.find(child);
    }

    public Optional<ChildRecord> find(String reference) {
        return db.sql(
                        "select id from children.child where authority_id = (select ctx.authority()) and reference = :reference")
                .param("reference", reference)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .flatMap(queries::find);
    }
}
