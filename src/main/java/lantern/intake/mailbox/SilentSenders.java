package lantern.intake.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lantern.access.Access;
import lantern.platform.jobs.Job;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.springframework.stereotype.Component;

/** Tells the hub manager when a sender has been silent for longer than is usual: a broken feed looks like a quiet night. */
@Component
class SilentSenders implements Job {
    private final Access access;
    private final Senders senders;
    private final AtOnce notices;
    private final Clock clock;

    SilentSenders(Access access, Senders senders, AtOnce notices, Clock clock) {
        this.access = access;
        this.senders = senders;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "silent-mail-senders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        for (var authority : access.authorities()) {
            access.asSystem(authority.id(), "watch who reports by e-mail", () -> {
                senders.all().forEach(this::look);
                return true;
            });
        }
    }

    private void look(Senders.Sender sender) {
        var now = clock.instant();
        var last = sender.last();
        var usual = sender.expectedEvery();
        if (usual == null || last == null || !last.plus(usual).isBefore(now)) return;
        var told = sender.toldSilentAt();
        if (told != null && told.isAfter(last)) return;
        notices.tell(
                "No e-mail from " + sender.source() + " for longer than is usual",
                Subject.mailSender(sender.id()),
                now,
                now,
                List.of(new Owner("hub-manager", null, null, null)));
        senders.toldSilent(sender.id(), now);
    }
}
