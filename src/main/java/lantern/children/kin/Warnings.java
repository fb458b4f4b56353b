package lantern.children.kin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.patterns.Thresholds;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Before somebody opens a record that may be of their own family, a colleague's or a neighbour's. In the common case nothing is asked of the database:
 * what the reader declared is remembered, and compared with what the page has read anyway.
 */
@Component
public class Warnings {
    private final JdbcClient db;
    private final Access access;
    private final Relations relations;
    private final Thresholds thresholds;
    private final Ledger ledger;
    private final AtOnce notices;
    private final Clock clock;

    Warnings(
            JdbcClient db,
            Access access,
            Relations relations,
            Thresholds thresholds,
            Ledger ledger,
            AtOnce notices,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.relations = relations;
        this.thresholds = thresholds;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /** What a record says of a child that is compared: every name, and the postcodes of addresses that have not ended. */
    public record Compared(List<Name> names, @Nullable LocalDate born, List<String> postcodes) {}

    public record Name(String family, String given) {}

    /** Whether the page must show the warning first; what was warned of is then in the ledger. */
    public boolean standsBefore(Actor actor, UUID child, Compared record) {
        if (actor.kind() != Actor.Kind.PERSON) return false;
        var declared = relations.of(actor);
        if (declared.isEmpty()) return false;
        var warnings = declared.against(record);
        if (warnings.isEmpty() || wentOn(child)) return false;
        ledger.act("relation.warned", "child", child, child, Map.of("of", codes(warnings)));
        return true;
    }

    private boolean wentOn(UUID child) {
        var sql = """
                select exists (select from children.warning where authority_id = (select ctx.authority()) and person_id = (select ctx.actor())
                               and child_id = :child and holds_until > :now)
                """;
        return db.sql(sql)
                .param("child", child)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What the reader is warned of; empty for nothing, or a record that they cannot see. */
    List<Warning> of(Actor actor, UUID child) {
        return read(child).map(it -> relations.of(actor).against(it)).orElse(List.of());
    }

    private Optional<Compared> read(UUID child) {
        var sql = """
                select c.date_of_birth, array_agg(distinct n.family_name || chr(10) || n.given_names) as names,
                       (select array_agg(a.postcode) from children.address a
                        where a.authority_id = c.authority_id and a.child_id = c.id and a.ends_on is null and a.postcode is not null) as postcodes
                from children.child c join children.name n on n.authority_id = c.authority_id and n.child_id = c.id
                where c.authority_id = (select ctx.authority()) and c.id = :child group by c.authority_id, c.id
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> compared(row))
                .optional();
    }

    private static Compared compared(ResultSet row) throws SQLException {
        var names = Arrays.stream((String[]) row.getArray("names").getArray())
                .map(each -> each.split("\n", 2))
                .map(each -> new Name(each[0], each[1]))
                .toList();
        var postcodes = row.getArray("postcodes");
        return new Compared(
                names,
                row.getObject("date_of_birth", LocalDate.class),
                postcodes == null ? List.of() : List.of((String[]) postcodes.getArray()));
    }

    void turnedBack(UUID child) {
        ledger.act("relation.turned-back", "child", child, child);
    }

    /** They go on, with a reason; the lead is told at once and finds it among the patterns. */
    void goOn(Actor actor, UUID child, String because, String words) {
        var warnings = of(actor, child);
        if (warnings.isEmpty()) return;
        if (!List.of("not-related", "must-see").contains(because)) throw new Refused("Choose how you go on", "because");
        if (words.strip().length() < 5) throw new Refused("Say why in a few words", "words");
        var now = clock.instant();
        var holds = because.equals("not-related")
                ? Duration.ofDays(thresholds.value("related", "days"))
                : Duration.ofHours(thresholds.value("related", "hours"));
        var sql = """
                insert into children.warning (authority_id, id, child_id, person_id, because, words, warned_of, at, holds_until)
                values (:authority, :id, :child, :person, :because, :words, :of, :at, :until)
                """;
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", Ids.next())
                .param("child", child)
                .param("person", actor.id())
                .param("because", because)
                .param("words", words.strip())
                .param("of", warnings.stream().map(Warning::code).toArray(String[]::new))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(holds).atOffset(ZoneOffset.UTC))
                .update();
        ledger.act("relation.went-on", "child", child, child, Map.of("because", because, "of", codes(warnings)));
        access.continueAsSystem("somebody went on after a warning");
        report(actor.id(), child, because, words.strip(), warnings, now);
    }

    private void report(UUID person, UUID child, String because, String words, List<Warning> of, Instant now) {
        var warnings = of.stream().map(each -> each.words).collect(Collectors.joining("; "))
                + (because.equals("not-related") ? "; they say they are not related" : "; they say they must see it");
        var sql = """
                insert into children.finding as f (authority_id, id, pattern, person_id, child_id, day, from_at, until_at, figures, words, found_at)
                values ((select ctx.authority()), :id, 'related', :person, :child, :day, :now, :until, jsonb_build_object('warnings', :warnings), :words, :now)
                on conflict on constraint found_once do update set until_at = excluded.until_at returning f.id
                """;
        var finding = db.sql(sql)
                .param("id", Ids.next())
                .param("person", person)
                .param("child", child)
                .param("day", London.date(now))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", London.startOf(London.date(now).plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("warnings", warnings)
                .param("words", words)
                .query(UUID.class)
                .single();
        notices.tell(
                "A record was opened after a warning",
                Subject.finding(finding),
                now,
                now,
                List.of(new Owner("governance-lead", null, null, null)));
    }

    private static List<String> codes(List<Warning> warnings) {
        return new ArrayList<>(warnings.stream().map(Warning::code).toList());
    }
}
