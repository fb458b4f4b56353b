package lantern.intake.mailbox;

import java.time.Instant;
import java.util.List;
import lantern.intake.feed.Feed;
import lantern.intake.feed.Watched;
import lantern.timescales.Subject;
import org.springframework.stereotype.Component;

/** Everybody who reports by e-mail, with any mail that came from them, also what could not be read. */
@Component
class MailFeeds implements Watched {
    private final Senders senders;

    MailFeeds(Senders senders) {
        this.senders = senders;
    }

    @Override
    public List<Feed> feeds(Instant now) {
        return senders.all().stream()
                .map(each -> new Feed(
                        each.id(),
                        Subject.mailSender(each.id()),
                        each.agencyName(),
                        "email",
                        each.source(),
                        each.last(),
                        each.expectedEvery(),
                        false,
                        each.toldSilentAt()))
                .toList();
    }

    @Override
    public void told(Feed feed, Instant at) {
        senders.toldSilent(feed.id(), at);
    }
}
