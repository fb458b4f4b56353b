package lantern.children.governance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.audit.SealWatch;
import lantern.platform.jobs.Job;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the lead when the ledger is not being sealed, and the Head of Service too when it has not been for an hour. */
@Component
class SealAlarm implements Job {
    private final Access access;
    private final SealWatch watch;
    private final Ledger ledger;
    private final AtOnce notices;
    private final Clock clock;
    private volatile @Nullable Instant seen;

    SealAlarm(Access access, SealWatch watch, Ledger ledger, AtOnce notices, Clock clock) {
        this.access = access;
        this.watch = watch;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ledger-alarm";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** What waits when Lantern starts is sealed within seconds: only an entry that was seen waiting before is trouble. */
    @Override
    public void run() {
        var lag = watch.lag();
        var before = seen;
        seen = lag.oldest();
        if (!lag.late() || lag.oldest() == null || !lag.oldest().equals(before)) return;
        for (var authority : access.authorities()) {
            access.<@Nullable Void>asSystem(authority.id(), "the ledger is not being sealed", () -> {
                watch.raise(lag).ifPresent(step -> tell(authority, step, lag));
                return null;
            });
        }
    }

    private void tell(Access.Authority authority, int step, SealWatch.Lag lag) {
        var now = clock.instant();
        var title = "The ledger has not been sealed for " + lag.waited().toMinutes()
                + " minutes: whoever runs Lantern must look now";
        notices.tell(title, Subject.ledger(authority.id()), now, now, to("governance-lead"));
        // Who does not read the ledger is not led to it.
        if (step > 1) notices.tell(title, Subject.withheld(authority.id()), now, now, to("head-of-service"));
        ledger.act("ledger.lag", "authority", authority.id(), null);
    }

    private static List<Owner> to(String role) {
        return List.of(new Owner(role, null, null, null));
    }
}
