package lantern.missing.export;

import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The episodes of looked after children that touch the year. Merged and void ones are no absences of their own. The end is when the
 * child was found (M) or was back (A); an absence that went on after the year's last day was open in it.
 */
@Component
class MissingRows {
    private final JdbcClient db;
    private final Access access;

    MissingRows(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    List<MissingRow> of(CollectionYear year) {
        var sql = """
                select e.child_id, c.reference, coalesce(i.value, c.reference) as child, c.date_of_birth, k.value as type, e.missing_since,
                    case when k.value = 'A' then e.returned_at else e.located_at end as ended
                from missing.episode e
                join children.v_child c on c.authority_id = e.authority_id and c.id = e.child_id
                left join lateral (
                    select value from children.v_identifier i
                    where i.authority_id = e.authority_id and i.child_id = e.child_id and i.kind = 'looked-after-id'
                    order by i.recorded_at desc, i.id desc limit 1
                ) i on true
                left join lateral (
                    select value from missing.classification k
                    where k.authority_id = e.authority_id and k.episode_id = e.id and k.axis = 'dfe' and k.withdrawn_at is null
                    order by k.happened_at < :over desc, case when k.happened_at < :over then k.happened_at end desc, k.happened_at, k.recorded_at desc, k.id desc
                    limit 1
                ) k on true
                where e.authority_id = :authority and e.looked_after and e.stage not in ('merged', 'void') and e.missing_since < :over
                  and coalesce(case when k.value = 'A' then e.returned_at else e.located_at end, :begins) >= :begins
                order by child, e.missing_since, e.id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("begins", stamp(year.begins()))
                .param("over", stamp(year.over()))
                .query((row, n) -> row(row, year))
                .list();
    }

    private static MissingRow row(ResultSet row, CollectionYear year) throws SQLException {
        var ended = day(row, "ended");
        return new MissingRow(
                row.getObject("child_id", UUID.class),
                row.getString("reference"),
                row.getString("child"),
                MissingRow.day(row.getObject("date_of_birth", LocalDate.class)),
                Objects.requireNonNullElse(row.getString("type"), ""),
                MissingRow.day(day(row, "missing_since")),
                MissingRow.day(ended == null || ended.isAfter(year.last()) ? null : ended));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var at = instantOrNull(row, column);
        return at == null ? null : London.date(at);
    }
}
