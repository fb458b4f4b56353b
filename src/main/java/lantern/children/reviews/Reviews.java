package lantern.children.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.timescales.Happened;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When something is to be looked at again follows from the authority's standard; nobody types the day. */
@Component
@Transactional
public class Reviews {
    private final Timescales timescales;

    Reviews(Timescales timescales) {
        this.timescales = timescales;
    }

    /**
     * It is on the record from now on.
     *
     * @param owner whom the clock belongs to
     * @return the day in Europe/London by which it is to be reviewed; null when the authority sets no limit
     */
    public @Nullable LocalDate begun(Subject subject, String inUse, ChildFacts child, UUID owner, Instant at) {
        return told(List.of(new Happened(inUse, at)), subject, child, owner);
    }

    /** It was looked at and stays; see {@link #begun}. */
    public @Nullable LocalDate kept(
            Subject subject, String reviewed, String inUse, ChildFacts child, UUID owner, Instant at) {
        // The review meets the clock that runs; the next one starts after it, or this review would meet that too.
        return told(
                List.of(new Happened(reviewed, at), new Happened(inUse, at.plus(1, ChronoUnit.MICROS))),
                subject,
                child,
                owner);
    }

    /** It was looked at and is on the record no more. */
    public void ended(Subject subject, String reviewed, ChildFacts child, UUID owner, Instant at) {
        told(List.of(new Happened(reviewed, at)), subject, child, owner);
    }

    private @Nullable LocalDate told(List<Happened> events, Subject subject, ChildFacts child, UUID owner) {
        timescales.happened(
                events,
                subject,
                child.id(),
                Set.of(),
                new Owner("social-worker", null, null, owner),
                new Owner("team-manager", null, child.workerTeamId(), null));
        return timescales.of(subject).stream()
                .filter(each -> each.metAt() == null && each.cancelledAt() == null)
                .map(Timescale::due)
                .filter(Objects::nonNull)
                .map(London::date)
                .findFirst()
                .orElse(null);
    }
}
