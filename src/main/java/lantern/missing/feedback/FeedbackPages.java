package lantern.missing.feedback;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.Sendable;
import lantern.missing.interview.InterviewView;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Page;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Choice;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** The pages of the feedback form: to whom it went, sending it, one copy, and the copies an agency was sent. */
public final class FeedbackPages {
    private FeedbackPages() {}

    private static String receipt(Copy copy) {
        if (copy.filedAt() != null) return "Filed " + London.dateTime(copy.filedAt());
        if (copy.receivedAt() != null) return "Received " + London.dateTime(copy.receivedAt());
        return "No receipt yet";
    }

    public record All(InterviewView it, List<Copy> copies) implements Page {
        @Override
        public String title() {
            return "Send the feedback form";
        }

        @Override
        public String back() {
            return "/missing/interviews/" + it.id();
        }

        public boolean held() {
            return "held".equals(it.outcome());
        }

        public Table recipients() {
            return Table.of("To whom it goes")
                    .captionHidden()
                    .head("Who", "Where it stands")
                    .firstCellIsHeader()
                    .stacks()
                    .rows(
                            Arrays.asList(Whom.values()),
                            whom -> List.of(
                                    Link.to(back() + "/feedback/" + whom.code, whom.words),
                                    latest(whom) == null
                                            ? Tag.of("Not sent").grey()
                                            : new Lines(
                                                    Link.to(
                                                            "/missing/feedback/"
                                                                    + Objects.requireNonNull(latest(whom))
                                                                            .id(),
                                                            "Sent "
                                                                    + London.dateTime(
                                                                            Objects.requireNonNull(latest(whom))
                                                                                    .sentAt())),
                                                    receipt(Objects.requireNonNull(latest(whom))))));
        }

        private @Nullable Copy latest(Whom whom) {
            return copies.stream()
                    .filter(each -> each.whom() == whom)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * @param agency who reads it in Lantern; null: the social worker, or somebody outside
     * @param recipient who reads it in Lantern, by name; null when the sender says who
     */
    public record Send(
            Form form,
            InterviewView it,
            Whom whom,
            CopyQueries.@Nullable Agency agency,
            @Nullable String recipient,
            List<Copies.Composed> parts)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Feedback form for "
                    + (recipient == null ? whom.words.toLowerCase(java.util.Locale.ROOT) : recipient);
        }

        @Override
        public String back() {
            return "/missing/interviews/" + it.id() + "/feedback/new";
        }

        public String action() {
            return "/missing/interviews/" + it.id() + "/feedback/" + whom.code;
        }

        public boolean outside() {
            return recipient == null;
        }

        /** Where the same form is given to somebody who is not in Lantern. */
        public @Nullable String elsewhere() {
            return agency == null ? null : action() + "?outside=yes";
        }

        public boolean nothing() {
            return !outside() && parts.stream().allMatch(each -> each.withheld() != null);
        }

        public boolean childDidNotAgree() {
            return parts.stream()
                    .flatMap(each -> each.part().lines().stream())
                    .anyMatch(line -> line.text().equals("The child did not agree"));
        }

        public List<Part> going() {
            return parts.stream()
                    .filter(each -> each.withheld() == null || each.mayBeChosen())
                    .map(Part::new)
                    .toList();
        }

        public SummaryList withheld() {
            var list = SummaryList.of();
            for (var each : parts)
                if (each.withheld() != null && !each.mayBeChosen())
                    list = list.row(each.part().heading(), Objects.requireNonNull(each.withheld()));
            return list;
        }

        public Checkboxes choices() {
            var boxes = Checkboxes.of("parts", "What goes?");
            for (var each : parts)
                if (each.mayBeChosen())
                    boxes = boxes.item(Choice.of(each.part().code(), each.part().heading()));
            return boxes.from(form);
        }

        public Map<String, String> ways() {
            return Copies.WAYS;
        }
    }

    /** A part that goes, or may go. */
    public record Part(Copies.Composed composed) {
        public String heading() {
            return composed.part().heading();
        }

        public SummaryList lines() {
            var list = SummaryList.of();
            for (Sendable.Line line : composed.part().lines()) list = list.row(line.label(), line.text());
            return list;
        }
    }

    public record One(
            Copy copy,
            Numbered paper,
            Names.Called called,
            boolean senders,
            boolean mayConfirm,
            boolean mayFile,
            Instant now)
            implements Page {
        @Override
        public String title() {
            return "Feedback after a return interview";
        }

        @Override
        public String back() {
            return senders ? "/missing/interviews/" + copy.interview() : "/missing/feedback";
        }

        public String path(String noun) {
            return "/missing/feedback/" + copy.id() + "/" + noun;
        }

        public boolean theirOwnWord() {
            return copy.agency() != null || copy.whom() == Whom.SOCIAL_WORKER;
        }

        public SummaryList facts() {
            var facts = SummaryList.of().row("Sent", moment(copy.sentAt(), copy.sentBy()) + ", " + copy.howInWords());
            if (senders && copy.reason() != null) facts = facts.row("Why", copy.reason());
            facts = facts.row(
                    "Received",
                    copy.receivedAt() == null
                            ? "Not confirmed yet"
                            : moment(copy.receivedAt(), copy.receivedBy())
                                    + (copy.receivedWords() == null ? "" : ": " + copy.receivedWords()));
            if (copy.whom() == Whom.SOCIAL_WORKER)
                facts = facts.row(
                        "Filed on the child's record",
                        copy.filedAt() == null ? "Not yet" : moment(copy.filedAt(), copy.filedBy()));
            return facts;
        }

        private String moment(Instant at, java.util.@Nullable UUID by) {
            return London.when(at, now)
                    + (by == null ? "" : ", " + Objects.requireNonNullElse(called.name(by), "not known"));
        }
    }

    public record Received(List<Copy> copies, Instant now) implements Page {
        @Override
        public String title() {
            return "Feedback forms";
        }

        public Table table() {
            return Table.of("Feedback forms sent to you, not yet confirmed first")
                    .captionHidden()
                    .head("Sent", "Where it stands")
                    .stacks()
                    .rows(
                            copies,
                            each -> List.of(
                                    Link.to(
                                            "/missing/feedback/" + each.id(),
                                            "Sent " + London.when(each.sentAt(), now)),
                                    Text.of(receipt(each))));
        }
    }
}
