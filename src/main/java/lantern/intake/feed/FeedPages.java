package lantern.intake.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;

/** Every way by which messages come, and how one of them is watched. */
public final class FeedPages {
    private FeedPages() {}

    public record All(List<Feed> feeds, Instant now) implements Page {
        @Override
        public String title() {
            return "Whether messages still come";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public Table table() {
            return Table.of("Feeds")
                    .captionHidden()
                    .stacks()
                    .head("From", "How", "Agency", "Last message", "Told after a silence of", "State")
                    .rows(
                            feeds,
                            each -> List.of(
                                    Link.to(each.subject().path(), each.source()),
                                    Text.of(Feed.words(each.channel())),
                                    Text.of(each.agency()),
                                    Text.of(each.last() == null ? "None yet" : London.when(each.last(), now)),
                                    Text.of(usual(each)),
                                    state(each)));
        }

        private Tag state(Feed feed) {
            if (feed.usual() == null) return Tag.of("Not watched").colour("grey");
            return feed.silent(now)
                    ? Tag.of("Silent").colour("red")
                    : Tag.of("As usual").colour("green");
        }
    }

    static String usual(Feed feed) {
        var usual = feed.usual();
        if (usual == null) return "Not watched";
        return hours(usual) + (feed.learnt() ? ", learnt from its past" : "");
    }

    private static String hours(Duration usual) {
        return usual.toHours() + (usual.toHours() == 1 ? " hour" : " hours");
    }

    public record One(Form form, Feed feed, Instant now) implements Page.WithForm {
        @Override
        public String title() {
            return feed.source();
        }

        @Override
        public String back() {
            return "/intake/feeds";
        }

        public String said() {
            return Feed.words(feed.channel()) + " of " + feed.agency() + ". Last message: "
                    + (feed.last() == null ? "none in 90 days" : London.when(feed.last(), now))
                    + ". The hub manager is told after a silence of: "
                    + usual(feed).toLowerCase(java.util.Locale.UK)
                    + ".";
        }

        public String hours() {
            return feed.usual() == null || feed.learnt()
                    ? ""
                    : Long.toString(feed.usual().toHours());
        }
    }
}
