package lantern.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import lantern.demo.authority.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the invented plans actions of their own. */
final class InventedConcerns {
    private final JdbcClient owner;
    private final Authority authority;
    private final Instant now;

    InventedConcerns(JdbcClient owner, Authority authority, Instant now) {
        this.owner = owner;
        this.authority = authority;
        this.now = now;
    }

    void add() {
        var own = """
                insert into meetings.action (authority_id, id, child_id, subject_kind, subject_id, words, owner_agency, due_on, added_at, added_by, done_at, done_by, outcome)
                select p.authority_id, md5('plan action ' || n.place || p.id)::uuid, p.child_id, 'concern', p.concern_id, n.words, g.id, (p.recorded_at + n.within)::date,
                    p.recorded_at, p.recorded_by, case when c.closed_at is not null or n.place = 1 and p.recorded_at + n.within < :now then p.recorded_at + n.within * 0.8 end,
                    case when c.closed_at is not null or n.place = 1 and p.recorded_at + n.within < :now then p.recorded_by end,
                    case when c.closed_at is not null or n.place = 1 and p.recorded_at + n.within < :now then n.outcome end
                from exploitation.plan p
                join exploitation.concern c on c.authority_id = p.authority_id and c.id = p.concern_id
                join access.agency g on g.authority_id = p.authority_id and g.kind = 'children'
                cross join (values (1, 'Speak with the child about whom to ring, and write it into the plan for missing', interval '10 days', 'The child rings the aunt first; it is in the plan.'),
                    (2, 'Ask the police about the car and the address', interval '21 days', 'They answered: nothing new is known.')) n (place, words, within, outcome)
                where p.authority_id = :authority
                """;
        owner.sql(own)
                .param("authority", authority.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
