package lantern.meetings.leading;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.meetings.Actions;
import lantern.meetings.MeetingPanel;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.planning.Focus;
import lantern.platform.web.Page;
import lantern.platform.web.components.Button;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/**
 * One meeting: about whom, who is invited and came, what is to be done, and where its minutes stand.
 *
 * @param children those that the reader may read of, of {@code all} or of some only
 * @param mailed by the id of who was invited, what became of the invitation
 * @param opens the kinds of subject whose page the reader may open
 */
public record MeetingPage(
        Meeting meeting,
        List<Meeting.OfChild> children,
        Map<UUID, String> childNames,
        boolean all,
        List<Meeting.Invited> invited,
        Map<UUID, String> mailed,
        List<Actions.Action> actions,
        List<MeetingPanel.Panel> panels,
        List<Copy> copies,
        List<Intelligence> intelligence,
        Names.Called called,
        Set<String> opens,
        boolean mayHold,
        boolean mayWrite,
        Instant now)
        implements Page {
    /** A copy of the minutes that the reader may open. */
    public record Copy(UUID id, UUID child, String recipient, int version, Instant issuedAt) {}

    /** @param state "not yet confirmed", "confirmed" or "set aside" */
    public record Intelligence(UUID id, String words, String fromWhom, String state) {}

    @Override
    public String title() {
        return meeting.kind().words;
    }

    @Override
    public String back() {
        return "/meetings";
    }

    public String about() {
        return London.dateTime(meeting.startsAt());
    }

    public String path(String noun) {
        return "/meetings/" + meeting.id() + "/" + noun;
    }

    public boolean mayLead() {
        return mayHold && all;
    }

    public Tag tag() {
        if (meeting.correcting()) return Tag.of("Minutes to issue again").colour("orange");
        if (meeting.issuedAt() != null) return Tag.of("Minutes issued").colour("green");
        if (meeting.heldAt() != null) return Tag.of("Held, minutes to issue").colour("orange");
        if (meeting.cancelledAt() != null) return Tag.of("Cancelled").grey();
        return meeting.startsAt().isBefore(now)
                ? Tag.of("Held? Record it").colour("orange")
                : Tag.of("To come").colour("blue");
    }

    public String sentence() {
        return all
                ? ""
                : "This meeting is about other children too. You are shown what is of the children whose record you see.";
    }

    public SummaryList facts() {
        var chair = meeting.chairId() == null ? meeting.chair() : called.name(meeting.chairId());
        var facts = SummaryList.of()
                .row("When", London.dateTime(meeting.startsAt()) + ", " + meeting.minutes() + " minutes")
                .row("Where", meeting.place())
                .row("Chair", Objects.requireNonNullElse(chair, "Not decided"));
        if (!meeting.focus().isEmpty()) facts = facts.row("Focus", Focus.inWords(meeting.focus()));
        facts = facts.row("Planned", London.dateTime(meeting.plannedAt()) + by(meeting.plannedBy()));
        if (meeting.cancelledBecause() != null) return facts.row("Cancelled because", meeting.cancelledBecause());
        if (meeting.heldAt() != null) facts = facts.row("Held", London.dateTime(meeting.heldAt()));
        if (meeting.nextReview() != null) facts = facts.row("Next review", London.day(meeting.nextReview()));
        if (meeting.issuedAt() != null) facts = facts.row("Minutes issued", London.dateTime(meeting.issuedAt()));
        return facts;
    }

    private String by(UUID person) {
        var name = called.name(person);
        return name == null ? "" : " by " + name;
    }

    public Table about(List<Meeting.OfChild> about) {
        return Table.of("The children it is about")
                .captionHidden()
                .head("Child", "Because of")
                .stacks()
                .rows(
                        about,
                        each -> List.of(
                                Link.to("/children/" + each.child(), name(each.child())),
                                !opens.contains(each.about().kind())
                                        ? Text.of(because(each.about().kind()))
                                        : Link.to(
                                                each.about().subject().path(),
                                                because(each.about().kind()))));
    }

    private static String because(String kind) {
        return switch (kind) {
            case "child" -> "The child as a whole";
            case "concern" -> "A concern about exploitation";
            default -> "A missing episode";
        };
    }

    public String name(UUID child) {
        return childNames.getOrDefault(child, "A child");
    }

    public boolean anybody() {
        return invited.stream().anyMatch(each -> !each.removed());
    }

    public Table guests() {
        return Table.of("Who is invited")
                .captionHidden()
                .head("Who", "As", meeting.toCome() ? "Invitation" : "Came")
                .stacks()
                .rows(invited.stream().filter(each -> !each.removed()).toList(), this::guest);
    }

    private List<Content> guest(Meeting.Invited each) {
        var agency = each.agency() == null ? null : called.name(each.agency());
        var who = agency == null || agency.equals(each.name()) ? each.name() : each.name() + ", " + agency;
        var only = each.onlyAbout() == null
                ? ""
                : children.stream()
                        .filter(child -> child.id().equals(each.onlyAbout()))
                        .findFirst()
                        .map(child -> "about " + name(child.child()) + " only")
                        .orElse("about one child only");
        var state = meeting.toCome() ? mailed.getOrDefault(each.id(), "No e-mail: tell them") : came(each.attendance());
        return List.of(new Lines(Text.of(who), only), Text.of(each.part().words), Text.of(state));
    }

    static String came(@Nullable String attendance) {
        if (attendance == null) return "Not recorded";
        return switch (attendance) {
            case "attended" -> "Came";
            case "apologies" -> "Sent apologies";
            default -> "Did not come";
        };
    }

    public boolean anyActions() {
        return !actions.isEmpty();
    }

    public Table actionTable() {
        return Table.of("Actions")
                .captionHidden()
                .head("What", "Who", "By when", "Done")
                .stacks()
                .rows(actions, each -> {
                    var due = each.task().due();
                    var day = due == null ? "No date" : London.day(due);
                    return List.of(
                            new Lines(
                                    Link.to(
                                            "/meetings/actions/" + each.id(),
                                            each.task().words()),
                                    children.size() > 1
                                            ? "for " + name(each.about().child())
                                            : ""),
                            Text.of(owner(each.task())),
                            each.late(London.date(now))
                                    ? new Lines(Tag.of("Late").red(), day)
                                    : Text.of(day),
                            Text.of(each.open() ? "Not yet" : each.notDone() ? "Given up" : "Done"));
                });
    }

    private String owner(Actions.Task task) {
        var person = task.person() == null ? task.name() : called.name(task.person());
        var agency = Objects.requireNonNullElse(called.name(task.agency()), "an agency");
        return person == null ? agency : person + ", " + agency;
    }

    public Table copyTable() {
        return Table.of("Minutes as they were issued")
                .captionHidden()
                .head("To", "About", "Issued")
                .stacks()
                .rows(
                        copies,
                        each -> List.of(
                                Link.to("/meetings/copies/" + each.id(), each.recipient()),
                                Text.of(name(each.child())),
                                new Lines(
                                        Text.of(London.dateTime(each.issuedAt())),
                                        each.version() == 1 ? "" : "version " + each.version())));
    }

    public Table intelligenceTable() {
        return Table.of("Intelligence from the meeting")
                .captionHidden()
                .head("What", "From", "State")
                .stacks()
                .rows(
                        intelligence,
                        each -> List.of(
                                Link.to("/meetings/intelligence/" + each.id(), each.words()),
                                Text.of(each.fromWhom()),
                                Text.of(each.state())));
    }

    public SummaryList lines(MeetingPanel.Panel panel) {
        var list = SummaryList.of();
        for (var line : panel.lines()) list = list.row(line.label(), line.text());
        return list;
    }

    public String heading(MeetingPanel.Panel panel) {
        return panel.heading() + ", " + name(panel.child());
    }

    public List<Content> steps() {
        var steps = new ArrayList<Content>();
        if (meeting.cancelledAt() != null) return steps;
        var writes = mayWrite && all && meeting.minutesOpen();
        var toRecord = mayLead() && meeting.toCome() && meeting.startsAt().isBefore(now);
        var toIssue = mayLead() && meeting.heldAt() != null && meeting.minutesOpen();
        if (toRecord) steps.add(Button.link("Record who came", path("held")));
        if (toIssue) steps.add(Button.link("Issue the minutes", path("issue")));
        if (writes)
            steps.add(
                    toRecord || toIssue
                            ? Link.to(path("minutes"), "Write the minutes")
                            : Button.link("Write the minutes", path("minutes")));
        if (mayLead() && meeting.toCome()) {
            if (!toRecord) steps.add(Link.to(path("held"), "Record who came"));
            steps.add(Link.to(path("invitations/new"), "Invite somebody else"));
            steps.add(Link.to(path("invitations"), "Withdraw an invitation"));
            steps.add(Link.to(path("time"), "Change time or place"));
            steps.add(Link.to(path("cancellation"), "Cancel it"));
        }
        if (mayLead()) steps.add(Link.to(path("actions/new"), "Add an action"));
        if (mayLead() && !meeting.minutesOpen()) steps.add(Link.to(path("correction"), "Correct the minutes"));
        return steps;
    }
}
