package lantern.children.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Outcome;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.SourceKeys;
import lantern.children.imports.source.Steps;
import lantern.children.imports.ssda903.NationalReturn;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a file in one transaction as the authority's own actor: all of it, or nothing when a row is rejected and nobody said to leave such
 * rows out. A dry run does the same and then keeps nothing, so that what it reports is what would happen.
 */
@Component
public class Imports {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;
    private final SourceKeys keys;
    private final List<Sheet> sheets;
    private final NationalReturn nationalReturn;

    Imports(
            JdbcClient db,
            Access access,
            Ledger ledger,
            Clock clock,
            SourceKeys keys,
            List<Sheet> sheets,
            NationalReturn nationalReturn) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
        this.keys = keys;
        this.sheets = sheets;
        this.nationalReturn = nationalReturn;
    }

    /** What to do with rows that are rejected, and whether anything is kept at all. */
    public enum Mode {
        DRY_RUN,
        ALL_OR_NOTHING,
        LEAVE_OUT_REJECTED
    }

    public record Done(List<Outcome> files, boolean kept) {
        public int rejected() {
            return files.stream().mapToInt(Outcome::rejected).sum();
        }
    }

    public Done run(Kind kind, Path file, UUID authority, Mode mode, Steps steps) {
        Function<Import, List<Outcome>> work = kind == Kind.SSDA903
                ? importing -> nationalReturn.take(file, importing, steps)
                : importing -> List.of(new Reading(keys, sheet(kind), importing, steps).of(file));
        try {
            return access.asSystem(authority, "import", () -> keep(kind, work, mode));
        } catch (NotKept notKept) {
            return new Done(notKept.files, false);
        }
    }

    private Done keep(Kind kind, Function<Import, List<Outcome>> work, Mode mode) {
        // The planner knows a table as it was before: of one that fills up now it would read every row again for each
        // batch.
        db.sql("set local enable_seqscan = off").update();
        var at = clock.instant();
        var importing = new Import(Ids.next(), access.actor().id(), at, London.date(at));
        var done = new Done(work.apply(importing), true);
        if (mode == Mode.DRY_RUN || mode == Mode.ALL_OR_NOTHING && done.rejected() > 0) throw new NotKept(done.files());
        var taken = done.files().stream().mapToInt(Outcome::taken).sum();
        if (taken > 0) record(kind, done, importing, taken);
        return done;
    }

    private void record(Kind kind, Done done, Import importing, int taken) {
        var rows = done.files().stream().mapToInt(Outcome::rows).sum();
        var sql = """
                insert into children.import (authority_id, id, kind, rows, taken, left_out, imported_at, imported_by)
                values ((select ctx.authority()), :id, :kind, :rows, :taken, :leftOut, :at, :by)
                """;
        db.sql(sql)
                .param("id", importing.id())
                .param("kind", kind.code())
                .param("rows", rows)
                .param("taken", taken)
                .param("leftOut", done.rejected())
                .param("at", importing.at().atOffset(ZoneOffset.UTC))
                .param("by", importing.by())
                .update();
        ledger.act(
                "children.imported",
                "import",
                importing.id(),
                null,
                Map.of("kind", kind.code(), "rows", rows, "taken", taken, "left-out", done.rejected()));
    }

    private Sheet sheet(Kind kind) {
        return sheets.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new Refused("Nothing reads files of the kind " + kind.code()));
    }

    /** Takes everything back that was done in the transaction, and carries out what would have been. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Outcome> files;

        NotKept(List<Outcome> files) {
            super(null, null, false, false);
            this.files = files;
        }
    }
}
