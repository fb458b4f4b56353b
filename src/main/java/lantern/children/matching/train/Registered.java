package lantern.children.matching.train;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The children of a register as rows to compare, in the order of {@link Learning#COLUMNS}; a fair part of a large one. */
final class Registered {
    static final int FEWEST = 500;
    private static final int MOST = 100_000;

    private Registered() {}

    static List<List<String>> sample(JdbcClient db) {
        var sql = """
                with chosen as (
                    select c.* from children.child c where authority_id = (select ctx.authority()) order by md5(c.id::text) limit :most)
                select c.given_names, c.family_name,
                       case when c.birth_precision = 'exact' then to_char(c.date_of_birth, 'YYYY-MM-DD') else '' end as born,
                       case when c.sex = 'not-known' then '' else c.sex end as sex,
                       (select a.postcode_key from children.address a where a.authority_id = c.authority_id and a.child_id = c.id
                         and a.postcode_key is not null order by a.recorded_at desc, a.id limit 1) as postcode,
                       (select p.number_key from children.phone p where p.authority_id = c.authority_id and p.child_id = c.id
                         order by p.recorded_at desc, p.id limit 1) as phone,
                       (select i.value_key from children.identifier i where i.authority_id = c.authority_id and i.child_id = c.id
                         and i.well_formed order by i.kind, i.id limit 1) as identifier
                from chosen c
                """;
        return db.sql(sql)
                .param("most", MOST)
                .query((row, n) -> List.of(
                        text(row.getString("given_names")),
                        text(row.getString("family_name")),
                        text(row.getString("born")),
                        text(row.getString("sex")),
                        text(row.getString("postcode")),
                        text(row.getString("phone")),
                        text(row.getString("identifier"))))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
