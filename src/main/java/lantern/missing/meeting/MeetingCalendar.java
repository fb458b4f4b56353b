package lantern.missing.meeting;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.platform.appointments.CalendarFile;
import lantern.platform.web.PublicUrl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A meeting for the calendars of those who come: no child is named in it, the link leads those who may to the record. */
@Controller
@Transactional
class MeetingCalendar {
    private static final Duration LENGTH = Duration.ofHours(1);

    private final Access access;
    private final MeetingQueries meetings;
    private final Ledger ledger;
    private final PublicUrl address;
    private final Clock clock;

    MeetingCalendar(Access access, MeetingQueries meetings, Ledger ledger, PublicUrl address, Clock clock) {
        this.access = access;
        this.meetings = meetings;
        this.ledger = ledger;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/missing/meetings/{id}/meeting.ics")
    ResponseEntity<String> file(@PathVariable UUID id) {
        access.require(Permission.READ_EPISODE);
        var meeting = meetings.one(id);
        ledger.look(meeting.child(), "meeting");
        var cancelled = meeting.cancelledBecause() != null;
        var file = new CalendarFile(
                id,
                cancelled ? 1 : 0,
                meeting.kind().words,
                meeting.calledFor(),
                LENGTH,
                meeting.place(),
                address.told().isEmpty() ? null : address.told() + "/missing/meetings/" + id,
                cancelled);
        return file.answer(clock.instant(), "meeting");
    }
}
