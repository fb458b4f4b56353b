package lantern.intake.feed;

import java.time.Instant;
import java.util.List;

/** Feeds of one kind, in the transaction of whoever asks. All of them are watched by one job and stand on one page. */
public interface Watched {
    List<Feed> feeds(Instant now);

    /** The hub manager was told that this one is silent. */
    void told(Feed feed, Instant at);
}
