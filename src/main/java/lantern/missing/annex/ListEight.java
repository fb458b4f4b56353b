package lantern.missing.annex;

import static lantern.platform.Stamps.stamp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.calendar.London;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every child who is looked after today, with the absences of the last twelve months and the return interview after the last one. Missing is code M, absent is code A
 * (away without authorisation). A letter alone is no offer.
 */
@Component
class ListEight {
    static final String HEADER = "Child Unique ID,Gender,Date of Birth,"
            + "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months,"
            + "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months,"
            + "Was the child offered a Return Interview after their last missing episode (Y/N)?,"
            + "Did the child accept a Return Interview after their last missing episode (Y/N)?";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final JdbcClient db;
    private final Access access;

    ListEight(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** {@code offered} and {@code accepted}: 'Y', 'N', or empty where there is nothing to say. */
    record Row(
            UUID child,
            String reference,
            String sex,
            @Nullable LocalDate born,
            int missing,
            int absent,
            String offered,
            String accepted) {
        String line() {
            var gender =
                    switch (sex) {
                        case "male" -> "a) Male";
                        case "female" -> "b) Female";
                        default -> "c) Not stated/recorded";
                    };
            return Stream.of(
                            reference,
                            gender,
                            born == null ? "" : DAY.format(born),
                            Integer.toString(missing),
                            Integer.toString(absent),
                            offered,
                            accepted)
                    .map(Row::quoted)
                    .collect(Collectors.joining(","));
        }

        private static String quoted(String value) {
            return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
        }
    }

    List<Row> of(Instant now) {
        var sql = """
                with absence as (
                    select e.id, e.child_id, e.missing_since,
                        coalesce((select k.value from missing.classification k where k.authority_id = e.authority_id and k.episode_id = e.id and k.axis = 'dfe'
                            and k.withdrawn_at is null order by k.happened_at desc, k.recorded_at desc limit 1), 'M') as code
                    from missing.episode e
                    where e.authority_id = :authority and e.looked_after and e.stage not in ('merged', 'void') and e.missing_since > :from
                ), last as (
                    select distinct on (child_id) child_id, id from absence where code = 'M' order by child_id, missing_since desc, id
                ), asked as (
                    select last.child_id,
                        coalesce(bool_or(i.outcome in ('held', 'declined') or i.accepted_at is not null or exists (
                            select from missing.interview_contact o where o.authority_id = i.authority_id and o.interview_id = i.id
                              and (o.kind in ('offered', 'accepted', 'appointment') and o.how <> 'letter'
                                   or o.kind = 'letter' and (select r.letter_counts from missing.offer_rule r where r.authority_id = i.authority_id
                                                             order by r.starts_at desc, r.id desc limit 1)))), false) as offered,
                        coalesce(bool_or(i.outcome = 'held' or i.accepted_at is not null), false) as accepted,
                        coalesce(bool_or(i.outcome = 'declined'), false) as declined
                    from last
                    left join missing.interview_episode l on l.authority_id = :authority and l.episode_id = last.id
                    left join missing.interview i on i.authority_id = l.authority_id and i.id = l.interview_id and i.outcome is distinct from 'withdrawn'
                    group by last.child_id
                )
                select c.id, coalesce(x.value, c.reference) as reference, c.sex, c.date_of_birth,
                    (select count(a.id) from absence a where a.child_id = c.id and a.code = 'M') as missing,
                    (select count(a.id) from absence a where a.child_id = c.id and a.code = 'A') as absent,
                    case when asked.child_id is null then '' when asked.offered then 'Y' else 'N' end as offered,
                    case when asked.child_id is null or not asked.offered then '' when asked.accepted then 'Y' when asked.declined then 'N' else '' end as accepted
                from children.v_child c
                left join asked on asked.child_id = c.id
                left join lateral (
                    select value from children.v_identifier i where i.authority_id = c.authority_id and i.child_id = c.id and i.kind = 'looked-after-id'
                    order by i.recorded_at desc, i.id desc limit 1) x on true
                where c.authority_id = :authority and c.looked_after
                order by 2, c.id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("from", stamp(now.atZone(London.ZONE).minusMonths(12).toInstant()))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getString("sex") == null ? "" : row.getString("sex"),
                        row.getObject("date_of_birth", LocalDate.class),
                        row.getInt("missing"),
                        row.getInt("absent"),
                        row.getString("offered"),
                        row.getString("accepted")))
                .list();
    }

    static String file(List<Row> rows) {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(Row::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
