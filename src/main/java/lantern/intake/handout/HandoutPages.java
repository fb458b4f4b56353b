package lantern.intake.handout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;

/** The links and codes there are, a new one, and the sheet that is handed out. */
public final class HandoutPages {
    private HandoutPages() {}

    public record All(List<ReportLinks.ReportLink> links, Instant now) implements Page {
        @Override
        public String title() {
            return "Links and codes for reporting";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public Table table() {
            return Table.of("Links and codes")
                    .captionHidden()
                    .stacks()
                    .head("Called", "Used by", "For", "Last report", "State")
                    .rows(
                            links,
                            each -> List.of(
                                    Link.to("/intake/links/" + each.id(), each.title()),
                                    Text.of(ReportLinks.FOR_WHOM.getOrDefault(each.forWhom(), "")),
                                    Text.of(each.agencyName()),
                                    Text.of(each.last() == null ? "None yet" : London.when(each.last(), now)),
                                    each.open(now)
                                            ? Tag.of("Open").colour("green")
                                            : Tag.of("Ended").colour("grey")));
        }
    }

    public record New(Form form, Map<String, String> agencies) implements Page.WithForm {
        @Override
        public String title() {
            return "Make a link and a code";
        }

        @Override
        public String back() {
            return "/intake/links";
        }
    }

    /** @param address the whole address of the form; @param start where a code is typed */
    public record One(ReportLinks.ReportLink link, String address, String start, String code, Instant now)
            implements Page {
        @Override
        public String title() {
            return link.title();
        }

        @Override
        public String back() {
            return "/intake/links";
        }

        public boolean open() {
            return link.open(now);
        }

        public SummaryList facts() {
            var until = link.expiresAt();
            var ended = link.endedAt();
            return SummaryList.of()
                    .row("Used by", ReportLinks.FOR_WHOM.get(link.forWhom()))
                    .row("Their reports are those of", link.agencyName())
                    .row("Made", London.when(link.madeAt(), now))
                    .row("Until", until == null ? "Until it is ended" : London.dateTime(until))
                    .row("Ended", ended == null ? "No" : London.when(ended, now));
        }
    }
}
