package lantern.missing.imported;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.children.MissingHistory;
import lantern.missing.episode.Openings;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Episodes out of a return: it knows days and no times, so they begin and end with their days. */
@Component
class ImportedAbsences implements MissingHistory {
    private static final String REVIEW = "Taken from the national return, where the absence had ended.";

    private final JdbcClient db;
    private final Access access;
    private final Children children;
    private final Openings openings;
    private final Ledger ledger;

    ImportedAbsences(JdbcClient db, Access access, Children children, Openings openings, Ledger ledger) {
        this.db = db;
        this.access = access;
        this.children = children;
        this.openings = openings;
        this.ledger = ledger;
    }

    private record Span(Instant from, @Nullable Instant until) {
        boolean overlaps(Span other) {
            return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
        }
    }

    @Override
    public List<Kept> add(List<Absence> absences, Instant at) {
        var known = known(absences.stream().map(Absence::child).distinct().toList());
        var kept = new ArrayList<Kept>();
        for (var absence : absences) {
            var span = new Span(begin(absence.from()), absence.until() == null ? null : begin(absence.until()));
            var others = known.computeIfAbsent(absence.child(), any -> new ArrayList<>());
            if (others.stream().anyMatch(span::overlaps)) {
                kept.add(new Kept(
                        null,
                        "an episode of this child on the record overlaps it. Compare the two on the child's page"));
                continue;
            }
            kept.add(keep(absence, span, at));
            others.add(span);
        }
        return kept;
    }

    private Kept keep(Absence absence, Span span, Instant at) {
        try {
            return new Kept(span.until == null ? open(absence, span, at) : closed(absence, span, at), null);
        } catch (Refused refused) {
            return new Kept(null, refused.sentence());
        }
    }

    private UUID closed(Absence absence, Span span, Instant at) {
        var id = Ids.next();
        var sql = """
                with episode as (
                    insert into missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, looked_after, placement_name,
                        opened_at, opened_by, located_at, returned_at, closed_at, closed_by, closed_review)
                    values (:authority, :id, :child, 'closed', 'placement', :since, true, :placement, :at, :by, :until, :until, :at, :by, :review))
                insert into missing.classification (authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by)
                values (:authority, :classification, :id, :child, 'dfe', :code, :since, :at, :by)
                """;
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("by", actor.id())
                .param("id", id)
                .param("classification", Ids.next())
                .param("child", absence.child())
                .param("code", absence.code())
                .param("placement", absence.placement())
                .param("since", stamp(span.from))
                .param("until", stamp(span.until))
                .param("at", stamp(at))
                .param("review", REVIEW)
                .update();
        ledger.act("episode.imported", "episode", id, absence.child());
        return id;
    }

    private UUID open(Absence absence, Span span, Instant at) {
        var child = children.find(absence.child()).orElseThrow(Refused::notFound);
        return openings.open(new lantern.missing.episode.Absence(
                        child,
                        null,
                        span.from,
                        at,
                        "placement",
                        false,
                        null,
                        null,
                        null,
                        null,
                        absence.placement(),
                        null,
                        false,
                        absence.code(),
                        null,
                        null))
                .episode();
    }

    private Map<UUID, List<Span>> known(List<UUID> of) {
        var sql = """
                select child_id, missing_since, coalesce(located_at, returned_at) as ended from missing.episode
                where authority_id = :authority and child_id = any (:children) and stage in ('open', 'located', 'returned', 'closed')
                """;
        var known = new HashMap<UUID, List<Span>>();
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("children", of.toArray(UUID[]::new))
                .query(row -> {
                    known.computeIfAbsent(row.getObject("child_id", UUID.class), any -> new ArrayList<>())
                            .add(new Span(instant(row, "missing_since"), instantOrNull(row, "ended")));
                });
        return known;
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(London.ZONE).toInstant();
    }
}
