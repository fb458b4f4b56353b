package lantern.missing.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The episodes of care of a year as the return counts them: a new one begins with every legal status and with every placement under it. An end after the
 * year's last day is none yet.
 */
@Component
class CareEpisodes {
    private final JdbcClient db;

    CareEpisodes(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param from DECOM
     * @param until DEC; null while it lasts
     * @param reason REC, why being looked after ended; null when another episode follows on the same day, and when it is not recorded
     */
    record CareEpisode(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    Map<UUID, List<CareEpisode>> of(Collection<UUID> children, CollectionYear year) {
        var statuses = """
                select child_id, starts_on, ends_on, ended_because from children.v_legal_status
                where authority_id = (select ctx.authority()) and child_id = any (:children) and starts_on <= :last order by child_id, starts_on
                """;
        var placements = """
                select child_id, starts_on from children.v_placement
                where authority_id = (select ctx.authority()) and child_id = any (:children) and starts_on <= :last
                """;
        var ids = children.toArray(UUID[]::new);
        var moves = new HashMap<UUID, TreeSet<LocalDate>>();
        db.sql(placements).param("children", ids).param("last", year.last()).query(row -> {
            moves.computeIfAbsent(row.getObject("child_id", UUID.class), any -> new TreeSet<>())
                    .add(row.getObject("starts_on", LocalDate.class));
        });
        var found = new HashMap<UUID, List<CareEpisode>>();
        db.sql(statuses).param("children", ids).param("last", year.last()).query(row -> {
            var child = row.getObject("child_id", UUID.class);
            var of = found.computeIfAbsent(child, any -> new ArrayList<>());
            of.addAll(cut(read(row), moves.getOrDefault(child, new TreeSet<>())));
        });
        found.replaceAll((child, episodes) -> ofYear(episodes, year));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private static CareEpisode read(ResultSet row) throws SQLException {
        return new CareEpisode(
                Objects.requireNonNull(row.getObject("starts_on", LocalDate.class)),
                row.getObject("ends_on", LocalDate.class),
                row.getString("ended_because"));
    }

    static List<CareEpisode> cut(CareEpisode status, TreeSet<LocalDate> moves) {
        var parts = new ArrayList<CareEpisode>();
        var from = status.from;
        for (var move : moves) {
            if (!move.isAfter(from) || status.until != null && !move.isBefore(status.until)) continue;
            parts.add(new CareEpisode(from, move, null));
            from = move;
        }
        parts.add(new CareEpisode(from, status.until, status.reason));
        return parts;
    }

    private static List<CareEpisode> ofYear(List<CareEpisode> episodes, CollectionYear year) {
        return episodes.stream()
                .filter(each -> each.until == null || !each.until.isBefore(year.first()))
                .map(each -> each.until != null && each.until.isAfter(year.last())
                        ? new CareEpisode(each.from, null, null)
                        : each)
                .toList();
    }
}
