package lantern.meetings.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agencies and people who can be invited or given something to do. */
@Component
public class Offered {
    private final JdbcClient db;
    private final Access access;

    Offered(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    public record Agency(UUID id, String kind, String name) {}

    public record Person(
            UUID id,
            String name,
            String role,
            UUID agency,
            @Nullable UUID team) {}

    public List<Agency> agencies() {
        return db.sql(
                        "select id, kind, name from access.v_agency where authority_id = :authority and ended_at is null order by name, id")
                .param("authority", access.actor().authority())
                .query((row, n) ->
                        new Agency(row.getObject("id", UUID.class), row.getString("kind"), row.getString("name")))
                .list();
    }

    public Map<String, String> agencyNames() {
        var names = new LinkedHashMap<String, String>();
        for (var each : agencies()) names.put(each.id().toString(), each.name());
        return names;
    }

    /** People at work who read meetings, by name. */
    public List<Person> people() {
        return db.sql("select id, name, role, agency_id, team_id from meetings.people()")
                .query((row, n) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("role"),
                        row.getObject("agency_id", UUID.class),
                        row.getObject("team_id", UUID.class)))
                .list();
    }

    /** Each with the agency, so that two of one name are told apart. */
    public Map<String, String> peopleNames() {
        var agencies = agencyNames();
        var names = new LinkedHashMap<String, String>();
        for (var each : people())
            names.putIfAbsent(
                    each.id().toString(),
                    each.name() + ", "
                            + Objects.requireNonNullElse(
                                    agencies.get(each.agency().toString()), "another agency"));
        return names;
    }
}
