package lantern.timescales.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import lantern.access.Announcements;
import lantern.timescales.AtOnce;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who look after people and connected systems are told, and the clock of each review of people. */
@Component
class ForManagers implements Announcements {
    /** The role that owns the standard; a review belongs to whoever is its manager, whatever their role is called. */
    private static final String OWNER = "agency-manager";

    private final AtOnce notices;
    private final Timescales timescales;

    ForManagers(AtOnce notices, Timescales timescales) {
        this.notices = notices;
        this.timescales = timescales;
    }

    @Override
    public void tell(String title, String kind, UUID subject, Instant at, Collection<UUID> people) {
        var to = people.stream().map(each -> new Owner(OWNER, null, null, each)).toList();
        notices.tell(title, new Subject(kind, subject), at, at, to);
    }

    @Override
    public void reviewOpened(UUID review, UUID agency, @Nullable UUID manager, Instant at) {
        timescales.happened(
                Happening.PEOPLE_REVIEW_OPENED,
                Subject.peopleReview(review),
                null,
                at,
                Set.of(),
                new Owner(OWNER, agency, null, manager));
    }

    @Override
    public void reviewDone(UUID review, Instant at) {
        timescales.happened(Happening.PEOPLE_REVIEW_DONE, Subject.peopleReview(review), null, at, Set.of());
    }
}
