package lantern.missing.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.children.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Episodes by the reference of the police. */
@Component
class EpisodeReferences implements References {
    static final String BY_REFERENCE = """
            select id, child_id, police_reference, missing_since from missing.episode
            where authority_id = (select ctx.authority()) and police_reference = any (array[:reference, upper(:reference)])
            order by missing_since desc limit 5
            """;

    private final JdbcClient db;
    private final Access access;

    EpisodeReferences(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public List<Referred> find(String reference) {
        var mayOpen = access.actor().may(Permission.READ_EPISODE);
        return db.sql(BY_REFERENCE)
                .param("reference", reference)
                .query((row, n) -> new Referred(
                        row.getObject("child_id", UUID.class),
                        "Missing since "
                                + London.dateTime(row.getObject("missing_since", OffsetDateTime.class)
                                        .toInstant())
                                + ", police reference " + row.getString("police_reference"),
                        mayOpen ? "/missing/episodes/" + row.getObject("id", UUID.class) : null))
                .list();
    }
}
