package lantern.missing.issued;

import java.time.Clock;
import java.time.Duration;
import lantern.access.Access;
import lantern.platform.jobs.Job;
import org.springframework.stereotype.Component;

/** Issues the list on Mondays and Thursdays; when Lantern was down in the morning, as soon as it is up again that day. */
@Component
class TwiceWeekly implements Job {
    private final Access access;
    private final IssuedLists lists;
    private final Clock clock;

    TwiceWeekly(Access access, IssuedLists lists, Clock clock) {
        this.access = access;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "twice-weekly-list";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        for (var authority : access.authorities())
            access.asSystem(authority.id(), "issue the list of missing children", () -> {
                lists.onItsDay(clock.instant());
                return true;
            });
    }
}
