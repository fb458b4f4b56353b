package lantern.children.governance;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and connected systems of the authority, by what they are called. */
@Component
public class People {
    private static final int MOST = 20;

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    public record Person(UUID id, String name, String post) {}

    /** Whoever has the id, or the text in their name. */
    List<Person> find(String text) {
        var sql = """
                select id, name, coalesce(post, '') as post from access.v_person
                where authority_id = (select ctx.authority())
                  and (id::text = lower(:text) or position(lower(:text) in lower(name)) > 0)
                order by name, id limit :most
                """;
        return db.sql(sql)
                .param("text", text)
                .param("most", MOST)
                .query((row, n) ->
                        new Person(row.getObject("id", UUID.class), row.getString("name"), row.getString("post")))
                .list();
    }

    record Agency(UUID id, String name) {}

    List<Agency> agencies() {
        var sql =
                "select id, name from access.v_agency where authority_id = (select ctx.authority()) order by name, id";
        return db.sql(sql)
                .query((row, n) -> new Agency(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
