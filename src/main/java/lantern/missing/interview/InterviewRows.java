package lantern.missing.interview;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.missing.episode.Openings;
import lantern.missing.referral.Referrals;
import lantern.platform.Refused;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One interview's row while something is done with it, and its clocks. */
@Component
public class InterviewRows {
    private final JdbcClient db;
    private final Children children;
    private final Timescales timescales;
    private final Access access;

    InterviewRows(JdbcClient db, Children children, Timescales timescales, Access access) {
        this.db = db;
        this.children = children;
        this.timescales = timescales;
        this.access = access;
    }

    public record Interview(
            UUID id, UUID child, UUID provider, @Nullable String outcome) {}

    /** Locked, and what became of it not recorded yet. */
    public Interview open(UUID id) {
        var interview = lock(id);
        if (interview.outcome() != null)
            throw new Refused("What became of this interview is recorded already, and stays on the record");
        return interview;
    }

    public Interview lock(UUID id) {
        var sql =
                "select id, child_id, provider_agency_id, outcome from missing.interview where authority_id = :authority and id = :id for update";
        return db.sql(sql)
                .param("authority", access.actor().authority())
                .param("id", id)
                .query((row, n) -> new Interview(
                        row.getObject("id", UUID.class),
                        row.getObject("child_id", UUID.class),
                        row.getObject("provider_agency_id", UUID.class),
                        row.getString("outcome")))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    void tell(String event, Interview interview, Instant at) {
        var child = child(interview);
        var owners =
                Stream.concat(Stream.of(Openings.owners(child)), Stream.of(Referrals.owners(interview.provider())));
        timescales.happened(
                event,
                Subject.interview(interview.id()),
                child.id(),
                at,
                Openings.facts(child),
                owners.toArray(Owner[]::new));
    }

    public ChildFacts child(Interview interview) {
        return children.find(interview.child()).orElseThrow(Refused::notFound);
    }
}
