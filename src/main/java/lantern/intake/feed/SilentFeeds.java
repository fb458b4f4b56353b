package lantern.intake.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lantern.access.Access;
import lantern.platform.jobs.Job;
import lantern.timescales.AtOnce;
import lantern.timescales.Owner;
import org.springframework.stereotype.Component;

/** Tells the hub manager when a feed has been silent for longer than is usual: a broken feed looks like a quiet night. */
@Component
class SilentFeeds implements Job {
    private final Access access;
    private final List<Watched> kinds;
    private final AtOnce notices;
    private final Clock clock;

    SilentFeeds(Access access, List<Watched> kinds, AtOnce notices, Clock clock) {
        this.access = access;
        this.kinds = kinds;
        this.notices = notices;
        this.clock = clock;
    }

    // The name of the job it grew out of: the database knows it by that.
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
            access.asSystem(authority.id(), "watch whether messages still come", () -> {
                for (var kind : kinds) for (var feed : kind.feeds(clock.instant())) look(kind, feed);
                return true;
            });
        }
    }

    private void look(Watched kind, Feed feed) {
        var now = clock.instant();
        if (!feed.silent(now) || feed.told()) return;
        notices.tell(
                (feed.channel().equals("email") ? "No e-mail from " : "Nothing from ") + feed.source()
                        + " for longer than is usual",
                feed.subject(),
                now,
                now,
                List.of(new Owner("hub-manager", null, null, null)));
        kind.told(feed, now);
    }
}
