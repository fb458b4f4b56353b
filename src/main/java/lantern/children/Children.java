package lantern.children;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Names;
import lantern.audit.Ledger;
import lantern.children.allocation.Allocations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Children for other rooms, under the asking actor's policies: a child they may not see is not there. */
@Component
public class Children {
    private static final String FACTS = """
            select c.*, p.name as placement, p.host_authority
            from children.v_child c
            left join children.v_placement p on p.authority_id = c.authority_id and p.child_id = c.id and p.ends_on is null
            where c.id = any (:ids)
            """;

    private final JdbcClient db;
    private final Ledger ledger;
    private final Allocations allocations;
    private final Names names;

    Children(JdbcClient db, Ledger ledger, Allocations allocations, Names names) {
        this.db = db;
        this.ledger = ledger;
        this.allocations = allocations;
        this.names = names;
    }

    /**
     * Adds a child to the register; a search finds them from the next statement on. Only an actor who sees every child of the
     * authority can: for anyone else the new child would at once be out of sight, and the database refuses it.
     */
    @Transactional
    public UUID register(NewChild child, UUID recordedBy, Instant at) {
        var id = Registration.add(db, child, recordedBy, at);
        ledger.act("child.registered", "child", id, id);
        return id;
    }

    /** The same for many, in their order, as an import brings them. */
    @Transactional
    public List<UUID> registerAll(List<NewChild> children, UUID recordedBy, Instant at) {
        var ids = Registration.addAll(db, children, recordedBy, at);
        ledger.actOnEach("child.registered", "child", ids, ids, Map.of("by", "import"));
        return ids;
    }

    /** The worker and their team are responsible from now on; who was before is so no longer, and their team stops seeing the record. */
    @Transactional
    public void allocate(UUID child, UUID person, UUID team, UUID recordedBy, Instant at) {
        allocations.allocate(child, person, team, recordedBy, at);
    }

    public Optional<ChildFacts> find(UUID child) {
        return findAll(List.of(child)).stream().findFirst();
    }

    /** Those of the children that the actor may see, in no particular order, each once. */
    public List<ChildFacts> findAll(Collection<UUID> children) {
        if (children.isEmpty()) return List.of();
        var found = db.sql(FACTS)
                .param("ids", children.toArray(UUID[]::new))
                .query(Children::facts)
                .list();
        var called = names.of(found.stream()
                .map(ChildFacts::workerId)
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(child -> child.worker(called.name(child.workerId())))
                .toList();
    }

    private static ChildFacts facts(ResultSet row, int n) throws SQLException {
        return new ChildFacts(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("family_name"),
                row.getString("given_names"),
                row.getString("known_as"),
                row.getObject("date_of_birth", LocalDate.class),
                row.getString("sex"),
                row.getString("standing").equals("open"),
                row.getBoolean("looked_after"),
                row.getObject("worker_id", UUID.class),
                row.getObject("worker_team_id", UUID.class),
                null,
                row.getString("placement"),
                row.getString("host_authority"),
                row.getString("responsible_authority"));
    }
}
