package lantern.missing.interview;

import static lantern.platform.Stamps.stamp;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.missing.interview.InterviewRows.Interview;
import lantern.missing.interview.InterviewView.Contact;
import lantern.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was recorded of an interview: contacts, what the child said, factors, recommendations. */
@Component
class Recorded {
    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    Recorded(JdbcClient db, Access access, Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    UUID contact(Interview interview, Contact contact) {
        var sql = """
                insert into missing.interview_contact (authority_id, id, interview_id, child_id, kind, how, words, happened_at, recorded_at, recorded_by,
                    result, meets_at, place)
                values (:authority, :id, :interview, :child, :kind, :how, :words, :at, :now, :actor, :result, :meets, :place)
                """;
        var id = Ids.next();
        of(interview, sql)
                .param("id", id)
                .param("kind", contact.kind())
                .param("how", contact.how())
                .param("words", contact.words())
                .param("at", stamp(contact.at()))
                .param("result", contact.result())
                .param("meets", contact.meetsAt() == null ? null : stamp(contact.meetsAt()))
                .param("place", contact.place())
                .update();
        return id;
    }

    void narrative(Interview interview, Narrative said) {
        var sql = """
                insert into missing.interview_narrative (authority_id, interview_id, child_id, before_it, during_it, after_it, own_words, recommendations,
                    stayed_where, stayed_with, travel, money, harm, substances, online, would_help, strengths, worries, consent, told_about_sharing,
                    intensive_support, intensive_support_why, onward, recorded_at, recorded_by)
                values (:authority, :interview, :child, :before, :during, :after, :own, :recommendations,
                    :stayed_where, :stayed_with, :travel, :money, :harm, :substances, :online, :would_help, :strengths, :worries, nullif(:consent, ''),
                    :told_about_sharing, nullif(:intensive_support, ''), :intensive_support_why, :onward, :now, :actor)
                """;
        var statement = of(interview, sql)
                .param("before", said.before())
                .param("during", said.during())
                .param("after", said.after())
                .param("own", said.ownWords())
                .param("recommendations", said.recommendations());
        for (var each : Narrative.MORE)
            statement = statement.param(each, said.more().getOrDefault(each, ""));
        statement.update();
    }

    void factors(Interview interview, List<String> factors) {
        if (factors.isEmpty()) return;
        var sql = """
                insert into missing.interview_factor (authority_id, interview_id, child_id, factor, recorded_at, recorded_by)
                select :authority, :interview, :child, f, :now, :actor from unnest(:factors::text[]) f
                """;
        of(interview, sql).param("factors", factors.toArray(String[]::new)).update();
    }

    void recommendations(Interview interview, String forTheWorker, Map<String, String> others) {
        var all = new LinkedHashMap<String, String>();
        all.put("social-worker", forTheWorker);
        all.putAll(others);
        all.forEach((whom, words) -> {
            if (words.isBlank()) return;
            var sql = """
                    insert into missing.interview_recommendation (authority_id, id, interview_id, child_id, for_whom, words, recorded_at, recorded_by)
                    values (:authority, :id, :interview, :child, :whom, :words, :now, :actor)
                    """;
            of(interview, sql)
                    .param("id", Ids.next())
                    .param("whom", whom)
                    .param("words", words)
                    .update();
        });
    }

    private JdbcClient.StatementSpec of(Interview interview, String sql) {
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("interview", interview.id())
                .param("child", interview.child())
                .param("now", stamp(clock.instant()))
                .param("actor", access.actor().id());
    }
}
