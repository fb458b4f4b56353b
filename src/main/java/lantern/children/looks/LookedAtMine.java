package lantern.children.looks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.QuietLine;
import lantern.calendar.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every view tells the allocated worker: a quiet line a day on their first page. */
@Component
class LookedAtMine implements QuietLine {
    private final JdbcClient db;
    private final Clock clock;

    LookedAtMine(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One person's openings of one child's record on one day. */
    record Opened(UUID child, UUID person, int times, Instant first, Instant last) {}

    List<Opened> on(LocalDate day) {
        return db.sql("select * from children.looked_at_mine(:day, :day) order by first_at, child_id, person_id")
                .param("day", day)
                .query((row, n) -> new Opened(
                        row.getObject("child_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getInt("opened"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Line> lines(Actor actor) {
        if (actor.kind() != Actor.Kind.PERSON || !actor.may(Permission.READ_CHILD) || !hasChildren()) return List.of();
        var opened = on(London.date(clock.instant()).minusDays(1));
        var times = opened.stream().mapToInt(Opened::times).sum();
        var people = opened.stream().map(Opened::person).distinct().count();
        var words = times == 0
                ? "Nobody outside your team looked at your children yesterday."
                : "Your children were looked at %s yesterday by %s outside your team."
                        .formatted(
                                times == 1 ? "once" : times + " times", people == 1 ? "1 person" : people + " people");
        return List.of(new Line(words, "/my/children/looks", times == 0 ? "See the days before" : "See who"));
    }

    private boolean hasChildren() {
        var sql = """
                select exists (select from children.allocation
                               where authority_id = (select ctx.authority()) and person_id = (select ctx.actor()) and ends_at is null)
                """;
        return db.sql(sql).query(Boolean.class).single();
    }
}
