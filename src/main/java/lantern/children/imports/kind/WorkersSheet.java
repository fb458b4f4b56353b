package lantern.children.imports.kind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.children.allocation.Allocations;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WorkersSheet implements Sheet {
    private final JdbcClient db;
    private final Allocations allocations;

    WorkersSheet(JdbcClient db, Allocations allocations) {
        this.db = db;
        this.allocations = allocations;
    }

    private record Worker(UUID id, UUID team) {}

    @Override
    public Kind kind() {
        return Kind.WORKERS;
    }

    @Override
    public List<Taken> take(List<Line> lines, Map<Line, UUID> children, Import importing) {
        return Facts.<Worker>take(
                lines, children, (line, child) -> allocated(line, child, importing), (found, of) -> {});
    }

    private @Nullable Worker allocated(Line line, UUID child, Import importing) {
        var worker = find(line.text("worker"));
        if (!line.sound()) return null;
        if (worker == null) {
            line.wrong(
                    "worker",
                    "nobody with this address has a post in a team. Write the address they sign in with, or invite them first");
            return null;
        }
        allocations.allocate(child, worker.id(), worker.team(), importing.by(), importing.at());
        return worker;
    }

    private @Nullable Worker find(String email) {
        var sql = """
                select id, team_id from children.v_worker where authority_id = (select ctx.authority()) and email = :email order by team_id limit 1
                """;
        return db.sql(sql)
                .param("email", email.toLowerCase(Locale.ROOT))
                .query((row, n) -> new Worker(row.getObject("id", UUID.class), row.getObject("team_id", UUID.class)))
                .optional()
                .orElse(null);
    }
}
