package lantern.children.schools;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A child's schools as dated facts. A child may be on two rolls at once, so a new school ends none. */
@Component
@Transactional
public class Schools {
    private static final Pattern URN = Pattern.compile("\\d{6}");
    private static final int LONGEST = 200;

    private final JdbcClient db;
    private final Ledger ledger;

    Schools(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /** Refuses what no school is. The number is the school's in the national register (GIAS). */
    public record NewSchool(
            String name,
            @Nullable String urn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        public NewSchool {
            if (name.isBlank()) throw new Refused("Enter the name of the school", "name");
            if (name.length() > LONGEST) throw new Refused("Use " + LONGEST + " characters or fewer", "name");
            if (urn != null && !URN.matcher(urn).matches())
                throw new Refused("Enter the six digits of the school's number, or leave it empty", "urn");
            if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn))
                throw new Refused("Choose a last day that is not before the first", "endsOn");
        }
    }

    /** A school of a child; {@code endsOn} null while the child goes there. */
    public record School(
            UUID id,
            String name,
            @Nullable String urn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        public boolean now() {
            return endsOn == null;
        }
    }

    public void addAll(List<UUID> children, List<NewSchool> schools, UUID recordedBy, Instant at) {
        if (schools.isEmpty()) return;
        var ids = schools.stream().map(any -> Ids.next()).toList();
        var sql = """
                insert into children.schooling (authority_id, id, child_id, urn, name, starts_on, ends_on, recorded_at, recorded_by)
                select (select ctx.authority()), s.id, s.child, s.urn, s.name, s.starts_on, s.ends_on, :at, :by
                from unnest(:ids::uuid[], :children::uuid[], :urns::text[], :names::text[], :starts::text[]::date[], :ends::text[]::date[])
                     s (id, child, urn, name, starts_on, ends_on)
                """;
        db.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .param("children", children.toArray(UUID[]::new))
                .param("urns", schools.stream().map(NewSchool::urn).toArray(String[]::new))
                .param(
                        "names",
                        schools.stream().map(each -> each.name().strip()).toArray(String[]::new))
                .param(
                        "starts",
                        schools.stream().map(each -> day(each.startsOn())).toArray(String[]::new))
                .param("ends", schools.stream().map(each -> day(each.endsOn())).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        ledger.actOnEach("school.added", "schooling", ids, children, java.util.Map.of());
    }

    /** Those of today first, then the earlier ones, newest first. */
    public List<School> of(UUID child) {
        var sql = """
                select id, name, urn, starts_on, ends_on from children.schooling
                where authority_id = (select ctx.authority()) and child_id = :child
                order by ends_on desc nulls first, starts_on desc nulls last, recorded_at desc
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> new School(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("urn"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .list();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
