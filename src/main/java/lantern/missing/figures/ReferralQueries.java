package lantern.missing.figures;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;
import static lantern.platform.Stamps.stamp;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.calendar.London;
import lantern.missing.referral.OfferRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The referrals received in some months: the one query behind the list, its file and the quarter's figures. */
@Component
class ReferralQueries {
    private final JdbcClient db;
    private final Access access;
    private final OfferRule rule;

    ReferralQueries(JdbcClient db, Access access, OfferRule rule) {
        this.db = db;
        this.access = access;
        this.rule = rule;
    }

    /** @param rating a rating, "none" for those not rated, or null for all */
    List<Referral> received(YearMonth first, int months, @Nullable String rating) {
        var sql = """
                select i.*, c.reference, c.given_names, c.family_name, k.first_contact, k.offered_at, e.returned_at, t.due_at,
                    least(f.sent_at, k.sent_at) as form_sent_at, coalesce(f.copies, 0) as copies, coalesce(f.confirmed, 0) as confirmed,
                    coalesce(f.filed_at, k.filed_at) as filed_at,
                    array(select x.factor from missing.interview_factor x where x.authority_id = i.authority_id and x.interview_id = i.id order by 1) as factors,
                    array(select x.indicator from missing.interview_indicator x where x.authority_id = i.authority_id and x.interview_id = i.id order by 1) as indicators
                from missing.interview i
                join children.v_child c on c.authority_id = i.authority_id and c.id = i.child_id
                left join lateral (
                    select min(n.happened_at) filter (where n.kind in ('attempt', 'offered', 'accepted', 'appointment') or n.kind = 'letter' and :letter) as first_contact,
                        min(n.happened_at) filter (where n.kind in ('offered', 'accepted') or n.kind = 'letter' and :letter) as offered_at,
                        min(n.happened_at) filter (where n.kind = 'feedback-sent') as sent_at,
                        min(n.happened_at) filter (where n.kind = 'feedback-filed') as filed_at
                    from missing.interview_contact n where n.authority_id = i.authority_id and n.interview_id = i.id) k on true
                left join lateral (
                    select min(p.returned_at) as returned_at from missing.interview_episode l
                    join missing.episode p on p.authority_id = l.authority_id and p.id = l.episode_id and p.stage not in ('merged', 'void')
                    where l.authority_id = i.authority_id and l.interview_id = i.id) e on true
                left join lateral (
                    select min(s.due_at) as due_at from missing.interview_episode l
                    join timescales.v_timescale s on s.authority_id = l.authority_id and s.subject_id = l.episode_id
                        and s.standard_id = 'return-interview' and s.cancelled_at is null
                    where l.authority_id = i.authority_id and l.interview_id = i.id) t on true
                left join lateral (
                    select min(y.sent_at) as sent_at, count(*) as copies, count(y.received_at) as confirmed, min(y.filed_at) as filed_at
                    from missing.feedback_copy y where y.authority_id = i.authority_id and y.interview_id = i.id) f on true
                where i.authority_id = :authority and i.referred_at >= :from and i.referred_at < :until and i.outcome is distinct from 'withdrawn'
                  and (:rating::text is null or coalesce(i.triage, 'none') = :rating::text)
                order by i.referred_at, i.id
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("from", stamp(London.startOf(first.atDay(1))))
                .param("until", stamp(London.startOf(first.plusMonths(months).atDay(1))))
                .param("letter", rule.letterCounts())
                .param("rating", rating)
                .query(ReferralQueries::referral)
                .list();
    }

    private static Referral referral(ResultSet row, int n) throws SQLException {
        var held = "held".equals(row.getString("outcome"));
        var accepted = instantOrNull(row, "accepted_at");
        var offered = instantOrNull(row, "offered_at");
        return new Referral(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getString("reference"),
                (row.getString("given_names") + " " + row.getString("family_name")).strip(),
                instant(row, "referred_at"),
                row.getString("triage"),
                instantOrNull(row, "first_contact"),
                // Who was interviewed, or said no, was asked.
                offered == null && (held || "declined".equals(row.getString("outcome")))
                        ? instantOrNull(row, "outcome_at")
                        : offered,
                accepted == null && held ? instantOrNull(row, "outcome_at") : accepted,
                instantOrNull(row, "returned_at"),
                instantOrNull(row, "due_at"),
                row.getString("outcome"),
                instantOrNull(row, "outcome_at"),
                row.getString("outcome_code"),
                row.getString("outcome_reason"),
                instantOrNull(row, "form_sent_at"),
                row.getInt("copies"),
                row.getInt("confirmed"),
                instantOrNull(row, "filed_at"),
                texts(row.getArray("factors")),
                texts(row.getArray("indicators")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
