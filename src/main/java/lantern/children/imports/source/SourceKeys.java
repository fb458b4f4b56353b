package lantern.children.imports.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.children.imports.file.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which row of which kind has been taken already, and which child it was about: authority, kind and the source's own reference. */
@Component
public class SourceKeys {
    private final JdbcClient db;

    SourceKeys(JdbcClient db) {
        this.db = db;
    }

    /** A row taken before; the digest says whether it is the same row still. */
    public record Before(UUID child, String digest) {}

    public Map<String, Before> before(String kind, Collection<String> references) {
        var sql = """
                select source_reference, child_id, digest from children.import_row
                where authority_id = (select ctx.authority()) and kind = :kind and source_reference = any (:references)
                """;
        var before = new HashMap<String, Before>();
        db.sql(sql)
                .param("kind", kind)
                .param("references", references.toArray(String[]::new))
                .query(row -> {
                    before.put(
                            row.getString("source_reference"),
                            new Before(row.getObject("child_id", UUID.class), row.getString("digest")));
                });
        return before;
    }

    public void remember(String kind, Map<Taken, String> references, Import importing) {
        if (references.isEmpty()) return;
        var sql = """
                insert into children.import_row (authority_id, kind, source_reference, child_id, digest, import_id)
                select (select ctx.authority()), :kind, r.reference, r.child, r.digest, :import
                from unnest(:references::text[], :children::uuid[], :digests::text[]) r (reference, child, digest)
                """;
        var taken = List.copyOf(references.keySet());
        db.sql(sql)
                .param("kind", kind)
                .param("import", importing.id())
                .param("references", taken.stream().map(references::get).toArray(String[]::new))
                .param("children", taken.stream().map(Taken::child).toArray(UUID[]::new))
                .param(
                        "digests",
                        taken.stream().map(each -> each.line().digest()).toArray(String[]::new))
                .update();
    }

    /** Lets the planner know of the rows that came in: at a thousand, ten thousand, a hundred thousand. */
    public void counted(int before, int now) {
        for (var step = 1000; step <= 1_000_000; step *= 10) {
            if (before >= step || now < step) continue;
            var sql = "select children.count_rows()";
            db.sql(sql).query((row, n) -> 1).list();
            return;
        }
    }

    /** Whom the rows of a file are about: by the reference the child was imported with, or by the register's own. */
    public Map<Line, UUID> children(List<Line> lines, String column) {
        var named = new HashMap<String, UUID>();
        var asked = lines.stream().map(line -> line.text(column)).distinct().toList();
        before("children", asked).forEach((reference, row) -> named.put(reference, row.child()));
        var sql = """
                select reference, id from children.child
                where authority_id = (select ctx.authority()) and reference = any (:references)
                """;
        var own = new ArrayList<String>();
        asked.forEach(each -> own.add(each.toUpperCase(Locale.ROOT)));
        db.sql(sql).param("references", own.toArray(String[]::new)).query(row -> {
            named.putIfAbsent(row.getString("reference"), row.getObject("id", UUID.class));
        });
        var children = new HashMap<Line, UUID>();
        for (var line : lines) {
            var text = line.text(column);
            var child = named.getOrDefault(text, named.get(text.toUpperCase(Locale.ROOT)));
            if (child != null) children.put(line, child);
            else if (!text.isEmpty())
                line.wrong(
                        column,
                        "no child has this reference. Import the children first, or write the reference of the child's page, such as C-1000001");
        }
        return children;
    }
}
