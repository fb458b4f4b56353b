package lantern.children.kin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people declared about themselves. Read on every child's page, so it is remembered for {@link #SECONDS} seconds; on the instance where somebody
 * declares something it holds at once.
 */
@Component
class Relations {
    static final int SECONDS = 60;
    private static final int MOST = 20_000;

    private record Remembered(Declared declared, long nanos) {
        boolean old() {
            // System.nanoTime measures an age and says nothing about the time of day
            return System.nanoTime() - nanos > SECONDS * 1_000_000_000L;
        }
    }

    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private final JdbcClient db;
    private final Ledger ledger;

    Relations(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /** One thing declared. {@code kind}: 'family-name', 'postcode' or 'child'. */
    public record Relation(
            UUID id,
            String kind,
            @Nullable String family,
            @Nullable String given,
            @Nullable LocalDate born,
            @Nullable String postcode,
            @Nullable String what) {}

    List<Relation> own() {
        var sql = """
                select id, kind, family_name, given_names, born, postcode, what from children.relation
                where authority_id = (select ctx.authority()) and person_id = (select ctx.actor()) and withdrawn_at is null
                order by kind, declared_at, id
                """;
        return db.sql(sql)
                .query((row, n) -> new Relation(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("family_name"),
                        row.getString("given_names"),
                        row.getObject("born", LocalDate.class),
                        row.getString("postcode"),
                        row.getString("what")))
                .list();
    }

    Declared of(Actor actor) {
        var known = remembered.get(actor.id());
        if (known != null && !known.old()) return known.declared();
        var declared = declared(actor.name(), own());
        if (remembered.size() > MOST) remembered.clear();
        remembered.put(actor.id(), new Remembered(declared, System.nanoTime()));
        return declared;
    }

    private static Declared declared(String name, List<Relation> relations) {
        var families = new HashSet<String>();
        families.add(Declared.key(name.substring(name.strip().lastIndexOf(' ') + 1)));
        var postcodes = new HashSet<String>();
        var children = new ArrayList<Declared.Child>();
        for (var each : relations) {
            if (each.postcode() != null) postcodes.add(Declared.key(each.postcode()));
            else if (each.family() != null && each.given() == null) families.add(Declared.key(each.family()));
            else if (each.family() != null && each.given() != null && each.what() != null)
                children.add(new Declared.Child(
                        Declared.key(each.family()), Declared.firstKey(each.given()), each.born(), each.what()));
        }
        return new Declared(families, postcodes, children);
    }

    void declare(Actor actor, Relation relation, Instant at) {
        var sql = """
                insert into children.relation (authority_id, id, person_id, kind, family_name, given_names, born, postcode, what, declared_at)
                values (:authority, :id, :person, :kind, :family, :given, :born, :postcode, :what, :at)
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", relation.id())
                .param("person", actor.id())
                .param("kind", relation.kind())
                .param("family", relation.family())
                .param("given", relation.given())
                .param("born", relation.born(), java.sql.Types.DATE)
                .param("postcode", relation.postcode())
                .param("what", relation.what())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        ledger.act("relation.declared", "relation", relation.id(), null, Map.of("kind", relation.kind()));
        remembered.remove(actor.id());
    }

    void withdraw(Actor actor, UUID id, Instant at) {
        var sql = """
                update children.relation set withdrawn_at = :at
                where authority_id = (select ctx.authority()) and person_id = (select ctx.actor()) and id = :id and withdrawn_at is null
                """;
        var withdrawn = db.sql(sql)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        if (withdrawn == 0) throw Refused.notFound();
        ledger.act("relation.withdrawn", "relation", id, null);
        remembered.remove(actor.id());
    }

    static Relation familyName(String family) {
        return new Relation(Ids.next(), "family-name", family, null, null, null, null);
    }

    static Relation postcode(String postcode) {
        return new Relation(Ids.next(), "postcode", null, null, null, postcode, null);
    }

    static Relation child(String family, String given, @Nullable LocalDate born, String what) {
        return new Relation(Ids.next(), "child", family, given, born, null, what);
    }
}
