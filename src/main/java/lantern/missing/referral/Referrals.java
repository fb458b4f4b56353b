package lantern.missing.referral;

import static lantern.platform.Stamps.stamp;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.missing.episode.Openings;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refers a child to the authority's return-interview provider. An interview that is still to be held also covers a further
 * absence: a child is asked once. The provider sees the child from then on.
 */
@Component
public class Referrals {
    private final JdbcClient db;
    private final Access access;
    private final Timescales timescales;
    private final Ledger ledger;

    Referrals(JdbcClient db, Access access, Timescales timescales, Ledger ledger) {
        this.db = db;
        this.access = access;
        this.timescales = timescales;
        this.ledger = ledger;
    }

    /** The authority's provider, its agency of the kind "returns"; empty when the authority has none. */
    public Optional<UUID> provider() {
        var sql =
                "select id from access.v_agency where authority_id = :authority and kind = 'returns' order by code limit 1";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
    }

    public UUID providerOrRefuse() {
        return provider()
                .orElseThrow(() -> new Refused("This authority has no agency for return interviews yet."
                        + " Ask an administrator to add an agency of the kind \"returns\", then refer again."));
    }

    /** Refers the interview of this episode, or lets the one that is waiting cover it too. */
    public UUID refer(ChildFacts child, UUID episode, UUID provider, Instant now) {
        var waiting = waiting(child.id(), provider);
        var interview = waiting.orElseGet(() -> create(child, provider, now));
        cover(interview, episode, child.id());
        ledger.act(
                waiting.isPresent() ? "interview.covers-another" : "interview.referred",
                "interview",
                interview,
                child.id());
        return interview;
    }

    private Optional<UUID> waiting(UUID child, UUID provider) {
        var sql = """
                select id from missing.interview
                where authority_id = :authority and child_id = :child and provider_agency_id = :provider and outcome is null
                order by referred_at limit 1 for update
                """;
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("child", child)
                .param("provider", provider)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
    }

    private UUID create(ChildFacts child, UUID provider, Instant now) {
        var sql = """
                with opens as (
                    insert into access.involvement (authority_id, id, child_id, agency_id, kind, subject_id, starts_at)
                    values (:authority, :involvement, :child, :provider, 'interview', :id, :now)
                )
                insert into missing.interview (authority_id, id, child_id, provider_agency_id, referred_at, referred_by)
                values (:authority, :id, :child, :provider, :now, :actor)
                """;
        var id = Ids.next();
        var actor = access.actor();
        db.sql(sql)
                .param("authority", actor.authority())
                .param("id", id)
                .param("involvement", Ids.next())
                .param("child", child.id())
                .param("provider", provider)
                .param("now", stamp(now))
                .param("actor", actor.id())
                .update();
        timescales.happened(
                Happening.INTERVIEW_REFERRAL_RECEIVED,
                Subject.interview(id),
                child.id(),
                now,
                Openings.facts(child),
                owners(provider));
        return id;
    }

    /** The provider's people, whom the timescales of an interview belong to. */
    public static Owner[] owners(UUID provider) {
        return new Owner[] {
            new Owner("interviewer", provider, null, null), new Owner("provider-manager", provider, null, null)
        };
    }

    private void cover(UUID interview, UUID episode, UUID child) {
        var sql = """
                insert into missing.interview_episode (authority_id, interview_id, episode_id, child_id)
                values (:authority, :interview, :episode, :child) on conflict do nothing
                """;
        db.sql(sql)
                .param("authority", access.actor().authority())
                .param("interview", interview)
                .param("episode", episode)
                .param("child", child)
                .update();
    }
}
