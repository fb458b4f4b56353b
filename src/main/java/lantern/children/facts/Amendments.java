package lantern.children.facts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import lantern.children.facts.kind.FactKinds;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what a fact was before it changes. The database lets the application change no fact without one of these in the same
 * transaction (trigger what_it_was_is_kept).
 */
@Component
public class Amendments {
    private static final int LONGEST = 500;

    private final JdbcClient db;

    Amendments(JdbcClient db) {
        this.db = db;
    }

    public void corrected(String kind, UUID child, UUID fact, String because, UUID by, Instant at) {
        keep("corrected", kind, child, fact, because, by, at);
    }

    public void ended(String kind, UUID child, UUID fact, UUID by, Instant at) {
        keep("ended", kind, child, fact, null, by, at);
    }

    public void withdrawn(String kind, UUID child, UUID fact, String because, UUID by, Instant at) {
        keep("withdrawn", kind, child, fact, because, by, at);
    }

    private void keep(String act, String code, UUID child, UUID fact, @Nullable String because, UUID by, Instant at) {
        if (because != null && (because.isBlank() || because.length() > LONGEST))
            throw new Refused("Say why in 1 to " + LONGEST + " characters", "because");
        var kind = FactKinds.ofCode(code);
        // The table's name comes from the list of kinds, never from outside.
        var sql = """
                insert into children.amendment (authority_id, id, child_id, subject_kind, subject_id, act, section, was, because, amended_at, amended_by)
                select t.authority_id, :id, :child, :kind, :fact, :act, :section,
                       (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t)) where key = any (:columns)), :because, :at, :by
                from %s t where t.authority_id = (select ctx.authority()) and t.id = :fact and %s = :child for update
                """.formatted(kind.table(), kind.one() ? "t.id" : "t.child_id");
        var kept = db.sql(sql)
                .param("id", Ids.next())
                .param("child", child)
                .param("kind", kind.code())
                .param("fact", fact)
                .param("act", act)
                .param("section", kind.section())
                .param("columns", kind.columns().toArray(String[]::new))
                .param("because", because == null ? null : because.strip())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        if (kept == 0) throw Refused.notFound();
    }
}
