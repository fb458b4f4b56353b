package lantern.meetings.issue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.meetings.form.Offered;
import lantern.meetings.meeting.Meeting;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.springframework.stereotype.Component;

/** Tells whoever is given minutes that they are there: a notice, of which they hear by e-mail as of any other. It names no child. */
@Component
class Receivers {
    private final Offered offered;
    private final AtOnce notices;
    private final Access access;

    Receivers(Offered offered, AtOnce notices, Access access) {
        this.offered = offered;
        this.notices = notices;
        this.access = access;
    }

    record Sent(UUID copy, Issuing.Recipient to) {}

    /** The last thing that is done of an issue: from here on Lantern itself is acting. */
    void tell(Meeting meeting, List<Sent> sent, Instant now) {
        var issuer = access.actor().id();
        var people = offered.people();
        var kinds = offered.agencies();
        access.continueAsSystem("minutes of a meeting are told of");
        for (var each : sent) {
            var ours = kinds.stream()
                    .anyMatch(one ->
                            one.id().equals(each.to.agency()) && one.kind().equals("children"));
            var to = people.stream()
                    .filter(one -> one.agency().equals(each.to.agency()))
                    .filter(one -> !ours || came(each.to, one.id()) && !one.id().equals(issuer))
                    .map(one -> new Owner(one.role(), ours ? null : one.agency(), null, ours ? one.id() : null))
                    .distinct()
                    .toList();
            if (!to.isEmpty())
                notices.tell(
                        meeting.correcting()
                                ? "Minutes of a meeting were corrected and issued again: read what changed"
                                : "Minutes of a meeting came: read them",
                        new Subject("minutes", each.copy),
                        each.to.child().child(),
                        now,
                        now,
                        to);
        }
    }

    /** Of children's services whoever came is told, and not everybody who works there. */
    private static boolean came(Issuing.Recipient to, UUID person) {
        return to.people().stream()
                .map(Meeting.Invited::person)
                .filter(Objects::nonNull)
                .anyMatch(person::equals);
    }
}
