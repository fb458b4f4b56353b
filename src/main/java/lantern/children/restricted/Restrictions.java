package lantern.children.restricted;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantern.children.sight.Seer;
import lantern.children.sight.Sights;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The database writes the row, the names and the ledger in one function each, and asks again who is acting. */
@Component
@Transactional
public class Restrictions {
    private static final String DECIDES = "decide-notification";

    private final JdbcClient db;
    private final Sights sights;

    Restrictions(JdbcClient db, Sights sights) {
        this.db = db;
        this.sights = sights;
    }

    record Restriction(UUID id, String reason, Instant startsAt, UUID by, List<UUID> people) {}

    /** Only who is named sees that it is there. */
    Optional<Restriction> of(UUID child) {
        var sql = """
                select r.id, r.reason, r.starts_at, r.restricted_by,
                       (select array_agg(n.person_id order by n.starts_at, n.id) from access.v_named_person n
                        where n.authority_id = r.authority_id and n.restriction_id = r.id and n.ended_at is null) as people
                from access.v_restriction r
                where r.authority_id = (select ctx.authority()) and r.child_id = :child and r.ended_at is null
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new Restriction(
                        row.getObject("id", UUID.class),
                        row.getString("reason"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("restricted_by", UUID.class),
                        List.of((UUID[]) row.getArray("people").getArray())))
                .optional();
    }

    /** People who would see the child without a restriction: only they can be named, because naming opens nothing by itself. */
    List<Seer> choices(UUID child) {
        return sights.couldSee(child);
    }

    /** Whoever restricts is named too. */
    public void restrict(UUID child, String reason, Collection<UUID> people, UUID by) {
        if (reason.isBlank()) throw new Refused("Say why the record is restricted", "reason");
        check(child, people, by);
        if (of(child).isPresent()) throw Refused.conflict("Somebody has restricted this record already");
        var sql = "select access.restrict(:id, :child, :reason, :people::uuid[])";
        call(sql, Ids.next(), child, reason.strip(), people);
    }

    /** From now on these people and whoever changes the list. */
    public void name(UUID child, Collection<UUID> people, UUID by) {
        check(child, people, by);
        call("select access.name_people(:child, :people::uuid[])", null, child, null, people);
    }

    public void lift(UUID child, String because) {
        if (because.isBlank()) throw new Refused("Say why the record need not be restricted any more", "because");
        if (of(child).isEmpty()) throw Refused.conflict("Somebody has lifted the restriction already");
        call("select access.lift(:child, :reason)", null, child, because.strip(), List.of());
    }

    // A notification about the child must not come to nobody: one who decides on notifications is always among those
    // named.
    private void check(UUID child, Collection<UUID> people, UUID by) {
        var known = choices(child);
        var ids = known.stream().map(Seer::id).collect(java.util.stream.Collectors.toSet());
        if (!ids.containsAll(people)) throw new Refused("Choose people from the list", "people");
        var named = new java.util.HashSet<>(Set.copyOf(people));
        named.add(by);
        if (known.stream().noneMatch(each -> named.contains(each.id()) && each.may(DECIDES)))
            throw new Refused(
                    "Choose at least one person of the hub, so that a notification about the child is seen", "people");
    }

    private void call(String sql, @Nullable UUID id, UUID child, @Nullable String reason, Collection<UUID> people) {
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("reason", reason)
                .param("people", people.toArray(UUID[]::new))
                .query((row, n) -> 1)
                .list();
    }
}
