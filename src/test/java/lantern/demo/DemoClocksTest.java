package lantern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.platform.postgres.TestDatabase;
import lantern.timescales.Reckoned;
import lantern.timescales.clock.Fact;
import lantern.timescales.clock.Reckoning;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.standard.Calendars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every clock of the demo's history is what the engine makes of the facts that stand beside it. */
class DemoClocksTest {
    static JdbcClient owner;

    @BeforeAll
    static void made() {
        var database = TestDatabase.fresh();
        DemoRegionTest.load(database, 1_500);
        owner = database.owner();
    }

    record Kept(
            UUID subject,
            String standard,
            UUID startedBy,
            Instant startsAt,
            @Nullable Instant due,
            @Nullable Instant met,
            @Nullable Instant cancelled) {}

    @Test
    void a_clock_stands_as_its_facts_say() {
        var edition = EditionReader.shipped().getLast();
        var kept = kept();
        assertThat(kept).hasSizeGreaterThan(300);
        for (var clock : kept) {
            var facts = facts(clock.subject);
            var start = facts.stream()
                    .filter(each -> each.id().equals(clock.startedBy))
                    .findFirst()
                    .orElseThrow();
            var reckoned = Reckoning.of(edition.standard(clock.standard), start.at(), facts, Calendars.england());
            assertThat(List.of(
                            clock.startsAt,
                            String.valueOf(clock.due),
                            String.valueOf(clock.met),
                            String.valueOf(clock.cancelled)))
                    .as(clock.standard)
                    .isEqualTo(List.of(
                            reckoned.startsAt(),
                            String.valueOf(reckoned.due()),
                            String.valueOf(reckoned.metAt()),
                            String.valueOf(reckoned.cancelledAt())));
        }
    }

    @Test
    void no_clock_is_missing_that_the_facts_start() {
        var subjects = owner.sql("select distinct subject_id from timescales.happening")
                .query(UUID.class)
                .list();
        for (var subject : subjects.subList(0, Math.min(150, subjects.size()))) {
            var past = facts(subject).stream()
                    .map(each -> new Reckoned.Past(each.id(), each.event(), each.at(), each.holding()))
                    .toList();
            var standing = owner.sql("select standard_id from timescales.timescale where subject_id = :id order by 1")
                    .param("id", subject)
                    .query(String.class)
                    .list();
            assertThat(Reckoned.of(past).stream()
                            .map(Reckoned::standard)
                            .sorted()
                            .toList())
                    .isEqualTo(standing);
        }
    }

    private static List<Kept> kept() {
        return owner.sql("select * from timescales.timescale")
                .query((row, n) -> new Kept(
                        row.getObject("subject_id", UUID.class),
                        row.getString("standard_id"),
                        row.getObject("started_by", UUID.class),
                        java.util.Objects.requireNonNull(instant(row, "starts_at")),
                        instant(row, "due_at"),
                        instant(row, "met_at"),
                        instant(row, "cancelled_at")))
                .list();
    }

    private static List<Fact> facts(UUID subject) {
        var sql = "select * from timescales.happening where subject_id = :id order by recorded_at, id";
        return new ArrayList<>(owner.sql(sql)
                .param("id", subject)
                .query((row, n) -> new Fact(
                        row.getObject("id", UUID.class),
                        row.getString("event"),
                        java.util.Objects.requireNonNull(instant(row, "happened_at")),
                        Set.of((String[]) row.getArray("holding").getArray())))
                .list());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
