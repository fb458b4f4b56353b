package lantern.missing.contact;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewQueries;
import lantern.platform.Refused;
import lantern.platform.appointments.CalendarFile;
import lantern.platform.web.PublicUrl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The appointment for a return interview, for the interviewer's calendar: no child is named in it, and a cancelled one takes its entry away. */
@Controller
@Transactional
class AppointmentCalendar {
    /** An interview takes about an hour (practice guidance v0.6, February 2016). */
    private static final Duration LENGTH = Duration.ofHours(1);

    private final InterviewQueries queries;
    private final Access access;
    private final Ledger ledger;
    private final PublicUrl address;
    private final Clock clock;

    AppointmentCalendar(InterviewQueries queries, Access access, Ledger ledger, PublicUrl address, Clock clock) {
        this.queries = queries;
        this.access = access;
        this.ledger = ledger;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/missing/interviews/{id}/appointment.ics")
    ResponseEntity<String> file(@PathVariable UUID id) {
        access.require(Permission.READ_INTERVIEW);
        var whole = queries.whole(id);
        var made = whole.contacts().stream()
                .filter(each -> each.kind().equals("appointment") && each.meetsAt() != null)
                .toList();
        if (made.isEmpty()) throw Refused.notFound();
        ledger.look(whole.interview().child(), "interview");
        var latest = made.getFirst();
        var cancelled = whole.contacts().stream()
                .filter(each -> each.kind().startsWith("appointment"))
                .findFirst()
                .filter(each -> each.kind().equals("appointment-cancelled"))
                .isPresent();
        var file = new CalendarFile(
                id,
                made.size() - 1 + (cancelled ? 1 : 0),
                "Return interview",
                Objects.requireNonNull(latest.meetsAt()),
                LENGTH,
                latest.place(),
                address.told().isEmpty() ? null : address.told() + "/missing/interviews/" + id,
                cancelled);
        return file.answer(clock.instant(), "appointment");
    }
}
