package lantern.access.agency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agencies and teams: added and renamed, ended when nobody works in them any more, never removed. */
@Component
class Agencies {
    static final Map<String, String> KINDS = kinds();

    private final JdbcClient db;

    Agencies(JdbcClient db) {
        this.db = db;
    }

    record Team(UUID id, UUID agency, String name, long people, boolean ended) {}

    record Agency(UUID id, String code, String kind, String name, long people, boolean ended, List<Team> teams) {}

    /** @param only the agency of a manager who looks after one; null: all */
    List<Agency> all(@Nullable UUID only) {
        var agencies = new LinkedHashMap<UUID, Agency>();
        var sql = """
                select a.id, a.code, a.kind, a.name, a.ended_at is not null as ended,
                       (select count(distinct o.person_id) from access.post o
                        where o.authority_id = a.authority_id and o.agency_id = a.id and (o.ends_at is null or o.ends_at > transaction_timestamp())) as people
                from access.agency a where a.authority_id = (select ctx.authority()) and (:only::uuid is null or a.id = :only::uuid)
                order by a.ended_at is not null, a.name
                """;
        db.sql(sql).param("only", only).query(row -> {
            var id = row.getObject("id", UUID.class);
            agencies.put(
                    id,
                    new Agency(
                            id,
                            row.getString("code"),
                            row.getString("kind"),
                            row.getString("name"),
                            row.getLong("people"),
                            row.getBoolean("ended"),
                            new ArrayList<>()));
        });
        for (var team : teams()) {
            var agency = agencies.get(team.agency);
            if (agency != null) agency.teams.add(team);
        }
        return List.copyOf(agencies.values());
    }

    private List<Team> teams() {
        var sql = """
                select t.id, t.agency_id, t.name, t.ended_at is not null as ended,
                       (select count(distinct o.person_id) from access.post o
                        where o.authority_id = t.authority_id and o.team_id = t.id and (o.ends_at is null or o.ends_at > transaction_timestamp())) as people
                from access.team t where t.authority_id = (select ctx.authority()) order by t.ended_at is not null, t.name
                """;
        return db.sql(sql)
                .query((row, n) -> new Team(
                        row.getObject("id", UUID.class),
                        row.getObject("agency_id", UUID.class),
                        row.getString("name"),
                        row.getLong("people"),
                        row.getBoolean("ended")))
                .list();
    }

    Optional<Agency> agency(UUID id) {
        return all(id).stream().findFirst();
    }

    Optional<Team> team(UUID id) {
        return teams().stream().filter(each -> each.id.equals(id)).findFirst();
    }

    /** Adds the agency, or renames the one that is there. */
    void keep(UUID id, String code, String kind, String name) {
        told(db.sql("select access.keep_agency(:id, :code, :kind, :name)")
                .param("id", id)
                .param("code", code)
                .param("kind", kind)
                .param("name", name));
    }

    void keepTeam(UUID id, UUID agency, String name) {
        told(db.sql("select access.keep_team(:id, :agency, :name)")
                .param("id", id)
                .param("agency", agency)
                .param("name", name));
    }

    void endTeam(UUID id) {
        told(db.sql("select access.end_team(:id)").param("id", id));
    }

    void end(UUID id) {
        told(db.sql("select access.end_agency(:id)").param("id", id));
    }

    private static void told(JdbcClient.StatementSpec call) {
        switch (call.query(String.class).single()) {
            case "done" -> {}
            case "taken" -> throw new Refused("There is one of this name or code already", "name");
            case "people" ->
                throw Refused.conflict("People still have a post here: move them or record that they leave first");
            case "children" ->
                throw Refused.conflict("Children are still allocated to this team: allocate them to another first");
            case "tokens" ->
                throw Refused.conflict("A connected system of this agency still has a valid token: revoke it first");
            case "teams" -> throw Refused.conflict("This agency still has teams: end them first");
            default -> throw Refused.notFound();
        }
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("children", "Children's services");
        kinds.put("police", "Police");
        kinds.put("health", "Health");
        kinds.put("education", "Education");
        kinds.put("returns", "Provider of return interviews");
        kinds.put("licensing", "Licensing");
        kinds.put("other-authority", "Another authority");
        kinds.put("other", "Other");
        return java.util.Collections.unmodifiableMap(kinds);
    }
}
