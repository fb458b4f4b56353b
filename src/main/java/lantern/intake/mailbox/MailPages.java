package lantern.intake.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** Who reports by e-mail, a new sender, and the page that tries a sample out. */
public final class MailPages {
    private MailPages() {}

    public record All(List<Senders.Sender> senders, Instant now) implements Page {
        @Override
        public String title() {
            return "Notifications by e-mail";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public Table table() {
            return Table.of("Senders")
                    .captionHidden()
                    .stacks()
                    .head("Address", "Agency", "System", "Last message", "Expected every", "Try out or end")
                    .rows(
                            senders,
                            each -> List.of(
                                    Text.of(each.address()),
                                    Text.of(each.agencyName()),
                                    Text.of(each.source()),
                                    Text.of(last(each)),
                                    Text.of(expected(each)),
                                    lantern.platform.web.components.Link.to(
                                            "/intake/mail/" + each.id(), "Try out or end")));
        }

        private String last(Senders.Sender sender) {
            return sender.last() == null ? "None yet" : London.when(sender.last(), now);
        }

        private static String expected(Senders.Sender sender) {
            return sender.expectedEvery() == null
                    ? "Not watched"
                    : sender.expectedEvery().toHours() + " hours";
        }
    }

    public record New(Form form, Map<String, String> agencies) implements Page.WithForm {
        @Override
        public String title() {
            return "Add a sender";
        }

        @Override
        public String back() {
            return "/intake/mail";
        }
    }

    /** @param found what the sample yields, null before one was tried */
    public record One(
            Form form,
            String id,
            String address,
            String agency,
            String source,
            Map<String, String> words,
            String sample,
            @Nullable List<Line> found,
            List<Line> problems)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Mail from " + address;
        }

        @Override
        public String back() {
            return "/intake/mail";
        }

        public record Line(String label, String text) {}

        public SummaryList list(List<Line> lines) {
            var list = SummaryList.of();
            for (var each : lines) list = list.row(each.label(), each.text());
            return list;
        }

        public List<Line> yielded() {
            return Objects.requireNonNullElse(found, List.of());
        }
    }
}
