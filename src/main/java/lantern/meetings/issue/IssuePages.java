package lantern.meetings.issue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.calendar.London;
import lantern.meetings.meeting.Meeting;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Page;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** The pages on which minutes are issued and read. */
public final class IssuePages {
    private IssuePages() {}

    /** Who gets what, before it goes. */
    public record Look(Meeting meeting, Issuing.Prepared prepared, Map<UUID, String> names, Instant now)
            implements Page {
        @Override
        public String title() {
            return "Issue the minutes";
        }

        @Override
        public String back() {
            return "/meetings/" + meeting.id();
        }

        public String about() {
            return meeting.inWords();
        }

        public String path(String noun) {
            return back() + "/" + noun;
        }

        public boolean ready() {
            return meeting.heldAt() != null && meeting.minutesOpen() && prepared.copies() > 0;
        }

        public String sentence() {
            if (!meeting.minutesOpen() && meeting.issuedAt() != null)
                return "The minutes were issued " + London.when(meeting.issuedAt(), now) + " and stay as they are.";
            if (meeting.heldAt() == null) return "Record first who came.";
            if (prepared.copies() == 0)
                return "Nobody would get the minutes: nobody who came has an agency in Lantern.";
            return meeting.correcting()
                    ? "Read what each agency gets now. What they were given before stays, and they are told that it was corrected."
                    : "Read what each agency gets. Once they are issued, minutes stay as they are.";
        }

        public boolean anybodyWithout() {
            return !prepared.none().isEmpty();
        }

        public List<String> without() {
            return prepared.none().entrySet().stream()
                    .map(each -> each.getKey().name() + " " + each.getValue() + ".")
                    .toList();
        }

        public List<Recipient> recipients() {
            return prepared.recipients().stream()
                    .filter(each -> each.none() == null)
                    .map(each ->
                            new Recipient(each, names.getOrDefault(each.child().child(), "a child")))
                    .toList();
        }
    }

    /** What one agency gets about one child. */
    public record Recipient(Issuing.Recipient it, String childName) {
        public String heading() {
            return it.called() + ", about " + childName;
        }

        public String sentence() {
            var all = it.parts().size();
            var theirs = gets().size();
            return theirs == all
                    ? "Gets every part."
                    : "Gets " + theirs + " of " + all + " parts. Withheld from this copy:";
        }

        public List<String> withheld() {
            return it.parts().stream()
                    .filter(each -> each.withheld() != null)
                    .map(each -> each.heading() + ". " + each.withheld() + ".")
                    .toList();
        }

        public List<String> gets() {
            return it.parts().stream()
                    .filter(each -> each.withheld() == null)
                    .map(Composed::heading)
                    .toList();
        }
    }

    /** A part and the agencies it goes to as it stands. */
    public record Question(Meeting.OfChild child, Composed part, List<String> standing) {
        String field() {
            return "goes-" + child.place() + "-" + part.code();
        }
    }

    public record Choose(
            Meeting meeting, Form form, List<Question> asked, Map<UUID, String> names, Map<String, String> agencies)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Choose who gets which part";
        }

        @Override
        public String back() {
            return "/meetings/" + meeting.id() + "/issue";
        }

        public String about() {
            return meeting.inWords();
        }

        public String action() {
            return "/meetings/" + meeting.id() + "/recipients";
        }

        public boolean anything() {
            return !asked.isEmpty() && !agencies.isEmpty() && meeting.minutesOpen();
        }

        public List<Checkboxes> questions() {
            return asked.stream()
                    .map(each -> Checkboxes.of(
                                    each.field(),
                                    names.size() == 1
                                            ? each.part().heading()
                                            : each.part().heading() + ", "
                                                    + names.getOrDefault(
                                                            each.child().child(), "a child"))
                            .items(agencies)
                            .small()
                            .from(form))
                    .toList();
        }
    }

    /** A copy as it was issued; {@code later}: what it was corrected by. */
    public record Read(MinutesCopies.Copy copy, @Nullable UUID later, Numbered paper, boolean ofOwn) implements Page {
        @Override
        public String title() {
            return "Minutes";
        }

        @Override
        public String back() {
            return ofOwn ? "/meetings/copies" : "/meetings/" + copy.meeting();
        }

        public String path(String file) {
            return "/meetings/copies/" + copy.id() + "/" + file;
        }
    }

    /** What an agency was sent. */
    public record Received(List<MinutesCopies.Copy> copies, Map<UUID, String> names, Instant now) implements Page {
        @Override
        public String title() {
            return "Minutes that your agency was given";
        }

        @Override
        public String back() {
            return "/meetings";
        }

        public Table table() {
            return Table.of("Minutes that your agency was given, the latest first")
                    .captionHidden()
                    .head("Minutes", "About", "Issued")
                    .stacks()
                    .rows(
                            copies,
                            each -> List.of(
                                    new Lines(
                                            Link.to("/meetings/copies/" + each.id(), each.kind().words),
                                            each.version() == 1
                                                    ? ""
                                                    : "version " + each.version() + ": " + each.changed()),
                                    Text.of(Objects.requireNonNullElse(names.get(each.child()), "A child")),
                                    Text.of(London.when(each.issuedAt(), now))));
        }
    }
}
